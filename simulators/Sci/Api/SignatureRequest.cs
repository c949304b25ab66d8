using System.Text.Json;

namespace PairingLab.Sci.Api;

/// <summary>The body of <c>POST /v1/transactions/{id}/signature</c>: <c>{"accepted":true}</c>.</summary>
internal static class SignatureRequest
{
    /// <summary>Whether the signature is good; null when it is no such request.</summary>
    public static bool? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("accepted", out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
                    ? value.GetBoolean()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
