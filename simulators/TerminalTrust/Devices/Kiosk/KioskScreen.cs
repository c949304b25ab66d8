namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>What a terminal's screen is used for.</summary>
public enum KioskScreen
{
    /// <summary>It boots.</summary>
    Starting,

    /// <summary>Normal screen, error screen or upgrade, as things stand.</summary>
    Running,

    /// <summary>Advanced administration.</summary>
    Advanced,

    /// <summary>Restore asks for confirmation.</summary>
    AskRestore,

    /// <summary>Factory reset asks for confirmation.</summary>
    AskFactoryReset,
}
