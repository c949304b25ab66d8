namespace PairingLab.Commander.Devices.ConfigurationClient;

/// <summary>The screens of a Configuration Client.</summary>
public enum ClientScreen
{
    /// <summary>Nobody is signed in.</summary>
    SignIn,

    /// <summary>The main menu.</summary>
    Menu,

    /// <summary>Security menu.</summary>
    Security,

    /// <summary>The One-Time Password dialog box.</summary>
    OneTimePassword,

    /// <summary>Security > Site Security.</summary>
    SiteSecurity,

    /// <summary>Revoke All Trust asks for confirmation.</summary>
    AskRevoke,

    /// <summary>System Messages.</summary>
    SystemMessages,

    /// <summary>POS Workstations.</summary>
    Workstations,

    /// <summary>Auto Upgrade.</summary>
    AutoUpgrade,
}
