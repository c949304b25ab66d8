using System.Text.Json;

namespace PairingLab.Drivers.Wire;

/// <summary>The shape of an error: <c>{"error":{"code":"…","message":"…"}}</c>.</summary>
internal sealed record LabError(LabErrorDetail? Error)
{
    /// <summary>The message of an error's body; the body itself, cut short, when it has another shape.</summary>
    public static string MessageIn(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<LabError>(body, LabHttp.Json)?.Error?.Message ?? Short(body);
        }
        catch (JsonException)
        {
            return Short(body);
        }
    }

    private static string Short(string body) => body.Length == 0 ? "no reason given" : body[..Math.Min(body.Length, 300)];
}
