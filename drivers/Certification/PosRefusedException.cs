namespace PairingLab.Drivers.Certification;

/// <summary>A POS has no such part, or it can't be worked; the message says what was looked for.</summary>
public sealed class PosRefusedException(PosPart? part, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Which; null for the POS as a whole.</summary>
    public PosPart? Part => part;
}
