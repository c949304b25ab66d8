using System.Security.Cryptography;

namespace PairingLab.TerminalTrust.Core;

/// <summary>
/// A certificate's fingerprint, which is the pairing code too: SHA-256 of the certificate (DER), upper-case hex in groups of four
/// (protocol page, lab's choices): "AB12-CD34-…", sixteen groups.
/// </summary>
public static class Fingerprint
{
    /// <summary>Into how many pieces it is cut for a person who compares it by pieces.</summary>
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
    /// Which part of a fingerprint somebody has typed: 0 for the whole, 1 to 4 for a piece, null when it is no part of it. How it
    /// is spaced and whether it is in capitals does not matter.
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
