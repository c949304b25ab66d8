namespace PairingLab.Sci.Devices.Terminal;

/// <summary>The pages of a terminal's menu.</summary>
public enum TerminalPage
{
    /// <summary>Ready for a transaction.</summary>
    Home,

    /// <summary>Its pairings.</summary>
    Pairings,

    /// <summary>Its nickname.</summary>
    Settings,
}
