namespace PairingLab.Drivers.Serial;

/// <summary>Writes characters as segment bytes.</summary>
internal static class SegmentEncoder
{
    private const string Characters = "0123456789ACdEF";

    private static ReadOnlySpan<byte> Patterns =>
        [0x3F, 0x06, 0x5B, 0x4F, 0x66, 0x6D, 0x7D, 0x07, 0x7F, 0x6F, 0x77, 0x39, 0x5E, 0x79, 0x71];

    public static byte Of(char character, bool point = false) =>
        (byte)(Patterns[Characters.IndexOf(character, StringComparison.Ordinal)] | (point ? 0x80 : 0));

    /// <summary>Pair one of a code carries the point on its right digit.</summary>
    public static DisplayShown First(string code) => new(Of(code[0]), Of(code[1], point: true));

    public static DisplayShown Second(string code) => new(Of(code[2]), Of(code[3]));
}
