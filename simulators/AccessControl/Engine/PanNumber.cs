namespace PairingLab.AccessControl.Engine;

/// <summary>Card numbers made comparable: all as long as the longest one (ISO/IEC 7812: 19 digits).</summary>
public static class PanNumber
{
    /// <summary>The digits of the longest card number.</summary>
    public const int Digits = 19;

    /// <summary>The lowest card number with these first digits.</summary>
    public static ulong Lowest(ReadOnlySpan<char> beginning) => Fill(beginning, 0);

    /// <summary>The highest card number with these first digits.</summary>
    public static ulong Highest(ReadOnlySpan<char> beginning) => Fill(beginning, 9);

    private static ulong Fill(ReadOnlySpan<char> beginning, uint rest)
    {
        ulong number = 0;
        for (var i = 0; i < Digits; i++)
        {
            number = (number * 10) + (i < beginning.Length ? (uint)(beginning[i] - '0') : rest);
        }

        return number;
    }
}
