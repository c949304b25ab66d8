namespace PairingLab.Drivers.Serial;

/// <summary>How a serial line is set; the default is 9600 8N1, as the display link has it.</summary>
/// <param name="Baud">Bits a second.</param>
/// <param name="Parity">The parity bit.</param>
/// <param name="DataBits">5 to 8.</param>
/// <param name="StopBits">1 or 2.</param>
public sealed record SerialSettings(
    int Baud = 9600, SerialParity Parity = SerialParity.None, int DataBits = 8, int StopBits = 1)
{
    /// <summary>9600 8N1.</summary>
    public static readonly SerialSettings Default = new();

    /// <summary>The usual short form, <c>9600 8N1</c>.</summary>
    public override string ToString() => $"{Baud} {DataBits}{Parity.ToString()[0]}{StopBits}";
}
