namespace PairingLab.Drivers.Serial;

/// <summary>What a display shows at one moment.</summary>
/// <param name="Left">The left digit's segments: bit 0 = a … bit 6 = g, bit 7 = decimal point.</param>
/// <param name="Right">The right digit's segments.</param>
public readonly record struct DisplayShown(byte Left, byte Right)
{
    /// <summary>True when nothing is lit at all.</summary>
    public bool IsDark => SegmentAlphabet.IsBlank(Left) && SegmentAlphabet.IsBlank(Right);

    /// <summary>The characters as seen, "13.", two spaces when dark, "?" for an unknown pattern.</summary>
    public string Text => SegmentAlphabet.Text(Left) + SegmentAlphabet.Text(Right);

    /// <summary>Both digits in words, unknown patterns with their segments.</summary>
    public override string ToString() =>
        $"left digit: {SegmentAlphabet.Describe(Left)}; right digit: {SegmentAlphabet.Describe(Right)}";
}
