namespace PairingLab.Kernel.Serial;

/// <summary>How a simulated serial port reaches its reader.</summary>
public enum SerialPortKind
{
    /// <summary>A terminal device of this machine (Linux); readers cannot tell it from a real port.</summary>
    PseudoTerminal,

    /// <summary>A TCP port on loopback, raw, as ser2net serves one.</summary>
    Tcp,
}
