using System.Text.Json;

namespace PairingLab.Sci.Api;

/// <summary>The body of <c>POST /v1/progress-pairing</c>; fields that are not known are passed over.</summary>
/// <param name="PairingCode">The code displayed on the terminal.</param>
/// <param name="PairingNickname">A label that helps to identify the pairing; null without one.</param>
public sealed record ProgressRequest(string PairingCode, string? PairingNickname)
{
    private const int LongestText = 100;

    /// <summary>Reads a body; null, with what is wrong and what would be right, when it is no such request.</summary>
    public static (ProgressRequest? Request, string? Mistake) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement) : (null, "the body must be a JSON object");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, "the body must be JSON, such as {\"pairing_code\":\"123456\"}");
        }
    }

    private static (ProgressRequest? Request, string? Mistake) Read(JsonElement body)
    {
        if (!body.TryGetProperty("pairing_code", out var code) || Text(code) is not { } given || string.IsNullOrWhiteSpace(given))
        {
            return (null, "pairing_code must be a string such as \"123456\"");
        }

        if (!body.TryGetProperty("pairing_nickname", out var nickname) || nickname.ValueKind == JsonValueKind.Null)
        {
            return (new(given.Trim(), null), null);
        }

        return Text(nickname) is { } label
            ? (new(given.Trim(), string.IsNullOrWhiteSpace(label) ? null : label.Trim()), null)
            : (null, $"pairing_nickname must be a string of at most {LongestText} characters that can be seen");
    }

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= LongestText } text
                && !text.Any(char.IsControl)
                ? text
                : null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate can be written in JSON (\ud800) and is not text.
            return null;
        }
    }
}
