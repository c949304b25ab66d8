namespace PairingLab.Kernel.Serial;

/// <summary>Makes serial ports of the kind that this machine has.</summary>
public static class SerialPorts
{
    /// <summary>Makes a plugged port.</summary>
    /// <param name="folder">Where a pseudo-terminal is linked, as <c>folder/name</c>; made if missing.</param>
    /// <param name="name">The device's name.</param>
    /// <param name="settings">How the device's end is set; null for 9600 8N1.</param>
    /// <param name="kind">Null for a pseudo-terminal where there are any (Linux), TCP elsewhere.</param>
    public static ISerialPort Create(string folder, string name, PortSettings? settings = null, SerialPortKind? kind = null)
    {
        kind ??= OperatingSystem.IsLinux() ? SerialPortKind.PseudoTerminal : SerialPortKind.Tcp;
        return kind == SerialPortKind.PseudoTerminal
            ? new PseudoTerminal(Path.Combine(folder, name), settings ?? PortSettings.Default)
            : new TcpSerialPort();
    }
}
