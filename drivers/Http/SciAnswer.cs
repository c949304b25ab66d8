using System.Text.Json;

namespace PairingLab.Drivers.Http;

/// <summary>What SCI answered to a client.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The body.</param>
/// <param name="Headers">The headers, by name.</param>
public sealed record SciAnswer(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The error code; null when there is no error.</summary>
    public string? ErrorCode => Error?.GetProperty("code").GetString();

    /// <summary>The error's message; null when there is no error.</summary>
    public string? ErrorMessage => Error?.GetProperty("message").GetString();

    /// <summary>A text of <c>data</c>.</summary>
    public string Data(string name) => Json.GetProperty("data").GetProperty(name).ToString();

    private JsonElement Json => JsonDocument.Parse(Body).RootElement;

    private JsonElement? Error => Body.Length > 0 && Json.TryGetProperty("error", out var error) ? error : null;

    /// <inheritdoc />
    public override string ToString() => $"{Status} {Body}";
}
