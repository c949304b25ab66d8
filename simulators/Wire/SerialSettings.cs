namespace PairingLab.Wire;

/// <summary>The parity bit of a serial line.</summary>
public enum SerialParity
{
    /// <summary>No parity bit.</summary>
    None,

    /// <summary>An even number of ones.</summary>
    Even,

    /// <summary>An odd number of ones.</summary>
    Odd,
}

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

    /// <summary>The baud rates that every system knows.</summary>
    public static IReadOnlyList<int> Bauds { get; } =
        [300, 600, 1200, 1800, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600];

    /// <summary>The usual short form, <c>9600 8N1</c>.</summary>
    public override string ToString() => $"{Baud} {DataBits}{Parity.ToString()[0]}{StopBits}";
}
