namespace PairingLab.Wire;

/// <summary>What a display and its reader agree on (docs/protocols/display-link.md).</summary>
public static class DisplayLink
{
    /// <summary>Sequence numbers have four digits and wrap.</summary>
    public const int Sequences = 10_000;

    /// <summary>What asks a display for its present state, without its line end.</summary>
    public static ReadOnlySpan<byte> Query => "$PLDSQ*5A"u8;
}

/// <summary>Characters as segment bytes: bit 0 = a … bit 6 = g, bit 7 = decimal point.</summary>
public static class SegmentFont
{
    /// <summary>The decimal point's bit.</summary>
    public const byte Point = 0x80;

    private const string Characters = "0123456789ACdEF";

    private static ReadOnlySpan<byte> Patterns =>
        [0x3F, 0x06, 0x5B, 0x4F, 0x66, 0x6D, 0x7D, 0x07, 0x7F, 0x6F, 0x77, 0x39, 0x5E, 0x79, 0x71];

    /// <summary>The segments of a character; 0 for one that the display does not have.</summary>
    public static byte Of(char character)
    {
        var index = Characters.IndexOf(character, StringComparison.Ordinal);
        return index < 0 ? (byte)0 : Patterns[index];
    }

    /// <summary>The character that is lit, whether or not the point is; null when there is none.</summary>
    public static char? Character(byte segments)
    {
        var index = Patterns.IndexOf((byte)(segments & ~Point));
        return index < 0 ? null : Characters[index];
    }
}
