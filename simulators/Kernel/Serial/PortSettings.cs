namespace PairingLab.Kernel.Serial;

/// <summary>How one end of a serial line is set: 8 data bits, 1 stop bit, and these.</summary>
/// <param name="Baud">Bits a second; 0 when it is a rate unknown to us.</param>
/// <param name="Parity">The parity bit.</param>
public sealed record PortSettings(int Baud = 9600, PortParity Parity = PortParity.None)
{
    /// <summary>9600 8N1, as the display link has it.</summary>
    public static readonly PortSettings Default = new();
}
