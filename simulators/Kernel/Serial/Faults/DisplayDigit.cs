namespace PairingLab.Kernel.Serial;

/// <summary>One of the two digits of a display.</summary>
public enum DisplayDigit
{
    /// <summary>The left one.</summary>
    Left,

    /// <summary>The right one.</summary>
    Right,
}
