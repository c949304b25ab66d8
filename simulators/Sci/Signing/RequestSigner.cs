using System.Globalization;
using System.Security.Cryptography;

namespace PairingLab.Sci.Signing;

/// <summary>Signs requests as a POS does.</summary>
/// <param name="KeyId">The pairing's key id.</param>
/// <param name="PartA">The POS maker's part of the secret.</param>
/// <param name="PartB">The pairing's part of the secret.</param>
public sealed record RequestSigner(string KeyId, string PartA, string PartB)
{
    /// <summary>The headers that a request needs. A digest is made for POST, PUT and PATCH only, of the empty body too.</summary>
    public SignatureHeaders Sign(string method, Uri address, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var digest = method is "POST" or "PUT" or "PATCH" ? ContentDigest.Of(body) : null;
        var components = digest is null
            ? "\"@method\" \"@authority\" \"@request-target\""
            : "\"@method\" \"@authority\" \"@request-target\" \"content-digest\"";
        var created = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var parameters = $"({components});created={created};alg=\"hmac-sha256\";keyid=\"{KeyId}\"";
        Span<byte> hmac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return SignatureBase.TrySign(
            new(method, address.Authority, address.PathAndQuery, digest), components, parameters, digest is not null, PartA, PartB, hmac)
            ? new(digest, $"sig1={parameters}", $"sig1=:{Convert.ToBase64String(hmac)}:")
            : throw new InvalidOperationException("the secret is longer than 256 bytes");
    }
}

/// <summary>The headers of a signed request.</summary>
/// <param name="ContentDigest">Content-Digest; null when the request needs none.</param>
/// <param name="SignatureInput">Signature-Input.</param>
/// <param name="Signature">Signature.</param>
public sealed record SignatureHeaders(string? ContentDigest, string SignatureInput, string Signature)
{
    /// <summary>Name and value of each.</summary>
    public IEnumerable<KeyValuePair<string, string>> All
    {
        get
        {
            if (ContentDigest is not null)
            {
                yield return new("Content-Digest", ContentDigest);
            }

            yield return new("Signature-Input", SignatureInput);
            yield return new("Signature", Signature);
        }
    }
}
