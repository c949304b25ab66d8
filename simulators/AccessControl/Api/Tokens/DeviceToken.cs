using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace PairingLab.AccessControl.Api.Tokens;

/// <summary>
/// A device's JWT (RFC 7519) before its signature is verified. Parsing is strict: three parts, algorithm RS256 only, each claim once and
/// with the right type.
/// </summary>
/// <param name="Subject">sub: the serial number.</param>
/// <param name="IssuedAt">iat, Unix seconds; RFC 7519 lets them have fractions.</param>
/// <param name="Expires">exp, Unix seconds.</param>
/// <param name="Signed">The bytes that are signed.</param>
/// <param name="Signature">The signature.</param>
public sealed record DeviceToken(string Subject, decimal IssuedAt, decimal Expires, byte[] Signed, byte[] Signature)
{
    /// <summary>Tokens of devices have some 500 characters.</summary>
    private const int LongestToken = 2048;

    private const int LongestSubject = 64;

    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    /// <summary>Parses a token; null when it is invalid.</summary>
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

    /// <summary>The sender does not choose the algorithm, and critical extensions (crit) are not supported.</summary>
    private static bool IsRs256(JsonElement header) =>
        header.ValueKind == JsonValueKind.Object
        && header.TryGetProperty("alg", out var alg) && alg.ValueKind == JsonValueKind.String && alg.GetString() == "RS256"
        && (!header.TryGetProperty("typ", out var typ) || (typ.ValueKind == JsonValueKind.String && IsJwt(typ.GetString()!)))
        && !header.TryGetProperty("crit", out _);

    /// <summary>A media type (RFC 7515, 4.1.9): without regard to case, and "application/" may be left out.</summary>
    private static bool IsJwt(string typ) =>
        typ.Equals("JWT", StringComparison.OrdinalIgnoreCase) || typ.Equals("application/jwt", StringComparison.OrdinalIgnoreCase);

    private static DeviceToken? Of(JsonElement claims, byte[] signed, byte[] signature) =>
        claims.ValueKind == JsonValueKind.Object
        && claims.TryGetProperty("sub", out var sub) && sub.ValueKind == JsonValueKind.String
        && sub.GetString() is { Length: > 0 and <= LongestSubject } subject
        && claims.TryGetProperty("iat", out var iat) && iat.ValueKind == JsonValueKind.Number && iat.TryGetDecimal(out var issuedAt)
        && claims.TryGetProperty("exp", out var exp) && exp.ValueKind == JsonValueKind.Number && exp.TryGetDecimal(out var expires)
            ? new(subject, issuedAt, expires, signed, signature)
            : null;

    /// <summary>base64url without padding (RFC 7515); null when the text is invalid.</summary>
    private static byte[]? Decode(string part)
    {
        if (part.Length == 0 || part.AsSpan().ContainsAnyExcept(Alphabet) || !Base64Url.IsValid(part))
        {
            return null;
        }

        return Base64Url.DecodeFromChars(part);
    }
}
