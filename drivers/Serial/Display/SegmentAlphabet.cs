namespace PairingLab.Drivers.Serial;

/// <summary>
/// What a seven-segment digit says in the alphabet of the site, <c>0-9 A C d E F</c>. Anything else is described, never guessed.
/// Segment bytes: bit 0 = a … bit 6 = g, bit 7 = decimal point.
/// </summary>
public static class SegmentAlphabet
{
    private const string Segments = "abcdefg";

    /// <summary>True when the decimal point is lit.</summary>
    public static bool HasPoint(byte segments) => (segments & SegmentFont.Point) != 0;

    /// <summary>True when no segment is lit, nor the point.</summary>
    public static bool IsBlank(byte segments) => segments == 0;

    /// <summary>True for a character or a blank; a lone point is neither.</summary>
    public static bool IsKnown(byte segments) => IsBlank(segments) || SegmentFont.Character(segments) is not null;

    /// <summary>A short text: the character and its point ("1", "3."), a space when blank, "?" when unknown.</summary>
    public static string Text(byte segments)
    {
        var character = IsBlank(segments) ? ' ' : SegmentFont.Character(segments) ?? '?';
        return HasPoint(segments) ? $"{character}." : character.ToString();
    }

    /// <summary>Says in words what is lit; for an unknown pattern also which single segment may be at fault.</summary>
    public static string Describe(byte segments)
    {
        if (IsKnown(segments))
        {
            return IsBlank(segments) ? "blank" : Text(segments);
        }

        var suspects = Suspects(segments);
        return $"no known character: segments {Names(segments)} lit" + (suspects.Length == 0 ? "" : $" ({suspects}?)");
    }

    /// <summary>
    /// The single segments, as bits, that would make a known pattern of an unknown one if they were the other way; the point is none.
    /// </summary>
    public static byte OneAway(byte segments)
    {
        byte found = 0;
        for (var bit = 1; bit < SegmentFont.Point && !IsKnown(segments); bit <<= 1)
        {
            found |= IsKnown((byte)(segments ^ bit)) ? (byte)bit : (byte)0;
        }

        return found;
    }

    private static string Suspects(byte segments)
    {
        var bits = OneAway(segments);
        var each = Segments.Where((_, i) => (bits >> i & 1) != 0)
            .Select(s => $"segment {s} stuck {((segments >> s - 'a' & 1) != 0 ? "on" : "off")}");
        return string.Join(", or ", each);
    }

    private static string Names(byte segments)
    {
        var lit = Segments.Where((_, i) => (segments >> i & 1) != 0).Select(s => s.ToString());
        return string.Join(' ', HasPoint(segments) ? lit.Append("point") : lit);
    }
}
