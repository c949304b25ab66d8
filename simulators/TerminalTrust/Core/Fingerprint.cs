using System.Security.Cryptography;

namespace PairingLab.TerminalTrust.Core;

/// <summary>
/// A certificate's fingerprint, which is also the pairing code: SHA-256 of the certificate (DER), upper-case hex in sixteen groups of
/// four, "AB12-CD34-…". Lab's choice.
/// </summary>
public static class Fingerprint
{
    /// <summary>The number of pieces, for a person who compares piece by piece.</summary>
    public const int PieceCount = 4;

    private const int GroupLength = 4;
    private const int PieceLength = 19;

    /// <summary>The fingerprint of a certificate.</summary>
    public static string Of(ReadOnlySpan<byte> certificate)
    {
        var hex = Convert.ToHexString(SHA256.HashData(certificate));
        return string.Join('-', Enumerable.Range(0, hex.Length / GroupLength).Select(i => hex.Substring(i * GroupLength, GroupLength)));
    }

    /// <summary>Its pieces of four groups each.</summary>
    public static IReadOnlyList<string> Pieces(string fingerprint) =>
        [.. Enumerable.Range(0, PieceCount).Select(i => fingerprint.Substring(i * (PieceLength + 1), PieceLength))];

    /// <summary>
    /// Which part of a fingerprint a typed text is: 0 for the whole, 1 to 4 for a piece, null for neither. Spaces, dashes and letter
    /// case do not matter.
    /// </summary>
    public static int? PartOf(string fingerprint, string typed)
    {
        var bare = Bare(typed);
        if (bare == Bare(fingerprint))
        {
            return 0;
        }

        var piece = Pieces(fingerprint).ToList().FindIndex(p => Bare(p) == bare);
        return piece < 0 ? null : piece + 1;
    }

    private static string Bare(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
