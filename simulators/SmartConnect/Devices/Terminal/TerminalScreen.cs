namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>The screens of a payment device.</summary>
public enum TerminalScreen
{
    /// <summary>Ready for payments.</summary>
    Ready,

    /// <summary>Pairing is open: the code is shown.</summary>
    Code,

    /// <summary>The list of its registers.</summary>
    Registers,

    /// <summary>What the vendor's technician sets.</summary>
    Technician,
}
