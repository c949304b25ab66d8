using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace PairingLab.AccessControl.Api.Tokens;

/// <summary>
/// A device's JWT as it came (RFC 7519), its signature not yet looked at. Read strictly: three parts, RS256 and nothing else in the
/// header's place of it, each claim once and of its type.
/// </summary>
/// <param name="Subject">sub: the serial number.</param>
/// <param name="IssuedAt">iat, Unix seconds.</param>
/// <param name="Expires">exp, Unix seconds.</param>
/// <param name="Signed">The bytes that are signed.</param>
/// <param name="Signature">The signature.</param>
public sealed record DeviceToken(string Subject, long IssuedAt, long Expires, byte[] Signed, byte[] Signature)
{
    /// <summary>Ours are some 500 characters; what is much longer is no token of a device.</summary>
    private const int LongestToken = 2048;

    private const int LongestSubject = 64;

    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    /// <summary>Reads a token; null when it is none that a device may send.</summary>
    public static DeviceToken? Read(string token)
    {
        if (token.Length > LongestToken || token.Split('.') is not [var header, var payload, var signature]
            || Decode(header) is not { } head || Decode(payload) is not { } body || Decode(signature) is not { } proof)
        {
            return null;
        }

        try
        {
            using var heading = JsonDocument.Parse(head, Strict);
            using var claims = JsonDocument.Parse(body, Strict);
            return IsRs256(heading.RootElement) ? Of(claims.RootElement, Encoding.ASCII.GetBytes($"{header}.{payload}"), proof) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The algorithm is not the sender's to choose, and a critical extension (crit) is one that we do not know.</summary>
    private static bool IsRs256(JsonElement header) =>
        header.ValueKind == JsonValueKind.Object
        && header.TryGetProperty("alg", out var alg) && alg.ValueKind == JsonValueKind.String && alg.GetString() == "RS256"
        && (!header.TryGetProperty("typ", out var typ) || (typ.ValueKind == JsonValueKind.String && typ.GetString() == "JWT"))
        && !header.TryGetProperty("crit", out _);

    private static DeviceToken? Of(JsonElement claims, byte[] signed, byte[] signature) =>
        claims.ValueKind == JsonValueKind.Object
        && claims.TryGetProperty("sub", out var sub) && sub.ValueKind == JsonValueKind.String && sub.GetString() is { Length: > 0 and <= LongestSubject } subject
        && claims.TryGetProperty("iat", out var iat) && iat.ValueKind == JsonValueKind.Number && iat.TryGetInt64(out var issuedAt)
        && claims.TryGetProperty("exp", out var exp) && exp.ValueKind == JsonValueKind.Number && exp.TryGetInt64(out var expires)
            ? new(subject, issuedAt, expires, signed, signature)
            : null;

    /// <summary>base64url without padding (RFC 7515); null for anything else.</summary>
    private static byte[]? Decode(string part)
    {
        if (part.Length == 0 || part.AsSpan().ContainsAnyExcept(Alphabet) || !Base64Url.IsValid(part))
        {
            return null;
        }

        return Base64Url.DecodeFromChars(part);
    }
}
