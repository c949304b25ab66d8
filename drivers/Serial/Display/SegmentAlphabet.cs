namespace PairingLab.Drivers.Serial;

/// <summary>
/// What a seven-segment digit says in the alphabet of the site, <c>0-9 A C d E F</c>. Anything else is described, never guessed.
/// Segment bytes: bit 0 = a … bit 6 = g, bit 7 = decimal point.
/// </summary>
public static class SegmentAlphabet
{
    /// <summary>The bit of the decimal point.</summary>
    public const byte Point = 0x80;

    private const string Characters = "0123456789ACdEF";
    private const string Segments = "abcdefg";

    private static ReadOnlySpan<byte> Patterns => [0x3F, 0x06, 0x5B, 0x4F, 0x66, 0x6D, 0x7D, 0x07, 0x7F, 0x6F, 0x77, 0x39, 0x5E, 0x79, 0x71];

    /// <summary>The character that is lit, whether or not the point is; null when there is none.</summary>
    public static char? Character(byte segments)
    {
        var index = Patterns.IndexOf((byte)(segments & ~Point));
        return index < 0 ? null : Characters[index];
    }

    /// <summary>True when the decimal point is lit.</summary>
    public static bool HasPoint(byte segments) => (segments & Point) != 0;

    /// <summary>True when no segment is lit, nor the point.</summary>
    public static bool IsBlank(byte segments) => segments == 0;

    /// <summary>True for a character or a blank; a lone point is neither.</summary>
    public static bool IsKnown(byte segments) => IsBlank(segments) || Character(segments) is not null;

    /// <summary>A short text: the character and its point ("1", "3."), a space when blank, "?" when unknown.</summary>
    public static string Text(byte segments)
    {
        var character = IsBlank(segments) ? ' ' : Character(segments) ?? '?';
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

    /// <summary>The single segments, as bits, that would make a known pattern of an unknown one if they were the other way; the point is none.</summary>
    public static byte OneAway(byte segments)
    {
        byte found = 0;
        for (var bit = 1; bit < Point && !IsKnown(segments); bit <<= 1)
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
