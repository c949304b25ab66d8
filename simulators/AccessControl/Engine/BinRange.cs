namespace PairingLab.AccessControl.Engine;

/// <summary>Card numbers from the first to the last one, both included; each is the beginning of a number: 543210 to 543219.</summary>
public sealed record BinRange(string Low, string High)
{
    /// <summary>Whether both ends are the beginnings of card numbers, in order.</summary>
    public bool IsSound => IsBeginning(Low) && IsBeginning(High) && PanNumber.Lowest(Low) <= PanNumber.Highest(High);

    private static bool IsBeginning(string digits) => digits is { Length: >= 6 and <= PanNumber.Digits } && digits.All(char.IsAsciiDigit);
}
