namespace PairingLab.Drivers.Serial;

/// <summary>One sound sentence of the display link.</summary>
/// <param name="Seq">0 to 9999, wraps.</param>
/// <param name="Left">The left digit's segments: bit 0 = a … bit 6 = g, bit 7 = decimal point.</param>
/// <param name="Right">The right digit's segments.</param>
public readonly record struct DisplaySentence(int Seq, byte Left, byte Right)
{
    /// <summary>True when this one comes right after another, none lost between, and shows the same: only then is it believed.</summary>
    public bool Confirms(DisplaySentence previous) =>
        Seq == (previous.Seq + 1) % 10000 && Left == previous.Left && Right == previous.Right;
}
