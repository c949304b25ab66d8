namespace PairingLab.Drivers.Serial;

/// <summary>Draws two seven-segment digits in three lines of text.</summary>
public static class SegmentDrawing
{
    // Bit by segment: a top, b and c right, d bottom, e and f left, g middle, p point.
    private const int A = 0, B = 1, C = 2, D = 3, E = 4, F = 5, G = 6, P = 7;

    /// <summary>The three lines.</summary>
    public static IReadOnlyList<string> Of(byte left, byte right) =>
        [.. Enumerable.Range(0, 3).Select(row => $"{Row(left, row)} {Row(right, row)}")];

    private static string Row(byte digit, int row) => row switch
    {
        0 => $" {Lit(digit, A, '_')}  ",
        1 => $"{Lit(digit, F, '|')}{Lit(digit, G, '_')}{Lit(digit, B, '|')} ",
        _ => $"{Lit(digit, E, '|')}{Lit(digit, D, '_')}{Lit(digit, C, '|')}{Lit(digit, P, '.')}",
    };

    private static char Lit(byte digit, int segment, char mark) => (digit >> segment & 1) != 0 ? mark : ' ';
}
