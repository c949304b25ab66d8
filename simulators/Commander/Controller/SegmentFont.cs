namespace PairingLab.Commander.Controller;

/// <summary>Characters as segment bytes <c>gfedcba</c>, bit 0 = a (protocol page, "Display and alphabet").</summary>
public static class SegmentFont
{
    /// <summary>The decimal point's bit.</summary>
    public const byte Point = 0x80;

    /// <summary>The segments of a character; 0 for one that the display does not have.</summary>
    public static byte Of(char character) => character switch
    {
        '0' => 0x3F,
        '1' => 0x06,
        '2' => 0x5B,
        '3' => 0x4F,
        '4' => 0x66,
        '5' => 0x6D,
        '6' => 0x7D,
        '7' => 0x07,
        '8' => 0x7F,
        '9' => 0x6F,
        'A' => 0x77,
        'C' => 0x39,
        'd' => 0x5E,
        'E' => 0x79,
        'F' => 0x71,
        _ => 0x00,
    };
}
