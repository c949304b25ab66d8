using PairingLab.Kernel.Network;

namespace PairingLab.Kernel.Serial;

/// <summary>Makes serial ports of the kind that this machine has.</summary>
public static class SerialPorts
{
    /// <summary>Makes a plugged port.</summary>
    /// <param name="folder">Where a pseudo-terminal is linked, as <c>folder/name</c>; made if missing.</param>
    /// <param name="name">The device's name.</param>
    /// <param name="settings">How the device's end is set; null for 9600 8N1.</param>
    /// <param name="kind">Null for a pseudo-terminal where there are any (Linux), TCP elsewhere.</param>
    /// <param name="where">Where a TCP port listens; null for loopback.</param>
    public static ISerialPort Create(string folder, string name, SerialSettings? settings = null, SerialPortKind? kind = null,
        Listening? where = null)
    {
        kind ??= OperatingSystem.IsLinux() ? SerialPortKind.PseudoTerminal : SerialPortKind.Tcp;
        return kind == SerialPortKind.PseudoTerminal
            ? new PseudoTerminal(Path.Combine(folder, name), settings ?? SerialSettings.Default)
            : new TcpSerialPort(where);
    }
}

/// <summary>How a simulated serial port reaches its reader.</summary>
public enum SerialPortKind
{
    /// <summary>A terminal device of this machine (Linux); readers cannot tell it from a real port.</summary>
    PseudoTerminal,

    /// <summary>A TCP port, raw, as ser2net serves one.</summary>
    Tcp,
}
