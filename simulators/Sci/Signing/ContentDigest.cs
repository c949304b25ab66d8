using System.Security.Cryptography;

namespace PairingLab.Sci.Signing;

/// <summary>The header <c>Content-Digest: sha-256=:…:</c> of a body.</summary>
public static class ContentDigest
{
    private const string Prefix = "sha-256=:";
    private const int Base64Length = 44;

    /// <summary>The header's value for a body; of no body, that of the empty string.</summary>
    public static string Of(ReadOnlySpan<byte> body) => $"{Prefix}{Convert.ToBase64String(SHA256.HashData(body))}:";

    /// <summary>Whether a header's value, which may list several digests, has the SHA-256 of this body.</summary>
    public static bool Matches(ReadOnlySpan<char> header, ReadOnlySpan<byte> body)
    {
        foreach (var part in header.Split(','))
        {
            var digest = header[part].Trim();
            if (digest.StartsWith(Prefix) && digest.Length == Prefix.Length + Base64Length + 1 && digest[^1] == ':')
            {
                Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
                Span<byte> real = stackalloc byte[SHA256.HashSizeInBytes];
                SHA256.HashData(body, real);
                return Convert.TryFromBase64Chars(digest[Prefix.Length..^1], given, out var length) && length == given.Length
                    && CryptographicOperations.FixedTimeEquals(given, real);
            }
        }

        return false;
    }
}
