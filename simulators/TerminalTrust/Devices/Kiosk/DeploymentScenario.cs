namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>Where the VPN is (protocol page, "Deployment scenarios").</summary>
public enum DeploymentScenario
{
    /// <summary>In the terminal: the server hands out its configuration.</summary>
    A,

    /// <summary>Outside of it, in a router.</summary>
    B,
}
