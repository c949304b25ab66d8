namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>What is taken off a terminal's disk.</summary>
public enum KioskWipe
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Restore: the settings go; key, certificate and pinned server stay (protocol page: "kept over restores").</summary>
    Restore,

    /// <summary>Factory reset: all goes but the firmware; the next boot makes a new key.</summary>
    FactoryReset,
}
