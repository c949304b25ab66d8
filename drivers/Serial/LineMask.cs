using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PairingLab.Drivers.Serial;

/// <summary>
/// Takes the OTP out of what a display sent: its pairs become 12. and 34, so that the recording still plays. Its length, the order of
/// its bytes and every fault in it stay: a sentence whose checksum did not fit still does not.
/// </summary>
public static partial class LineMask
{
    private static readonly byte[] First = [0x06, 0x5B], Second = [0x4F, 0x66];

    /// <summary>The pieces of a log, masked; a sentence may begin in one and end in another.</summary>
    public static IReadOnlyList<(DateTimeOffset At, byte[] Bytes)> Of(IReadOnlyList<(DateTimeOffset At, byte[] Bytes)> pieces)
    {
        var whole = Encoding.Latin1.GetBytes(Of(Encoding.Latin1.GetString([.. pieces.SelectMany(p => p.Bytes)])));
        var masked = new List<(DateTimeOffset, byte[])>();
        var from = 0;
        foreach (var (at, bytes) in pieces)
        {
            masked.Add((at, whole[from..(from + bytes.Length)]));
            from += bytes.Length;
        }

        return masked;
    }

    /// <summary>Sentences, masked.</summary>
    public static string Of(string sentences) => Sentence().Replace(sentences, Masked);

    private static string Masked(Match sentence)
    {
        var (left, right) = (Hex(sentence.Groups["left"]), Hex(sentence.Groups["right"]));
        if (SegmentAlphabet.IsBlank(left) || SegmentAlphabet.IsBlank(right)
            || !SegmentAlphabet.IsKnown(left) || !SegmentAlphabet.IsKnown(right))
        {
            return sentence.Value;
        }

        var to = SegmentAlphabet.HasPoint(left) || SegmentAlphabet.HasPoint(right) ? First : Second;
        var shown = $"{Like(left, to[0]):X2},{Like(right, to[1]):X2}";
        var before = $"{left:X2},{right:X2}";
        var changed = before.Zip(shown).Aggregate(0, (sum, pair) => sum ^ pair.First ^ pair.Second);
        return $"{sentence.Groups["head"].Value}{shown}*{Hex(sentence.Groups["sum"]) ^ changed:X2}";
    }

    private static byte Like(byte was, byte digit) => (byte)(digit | (was & 0x80));

    private static byte Hex(Group group) => byte.Parse(group.Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<head>PLDSP,[0-9]{4},)(?<left>[0-9A-F]{2}),(?<right>[0-9A-F]{2})\*(?<sum>[0-9A-F]{2})", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Sentence();
}
