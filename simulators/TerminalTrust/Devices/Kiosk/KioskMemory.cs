using PairingLab.TerminalTrust.Api;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>What a terminal keeps on its disk, besides its key.</summary>
public sealed record KioskMemory(string Firmware, string Host, DeploymentScenario Scenario, string? Pin, VpnConfiguration? Vpn, KioskUpgrade? Upgrade)
{
    /// <summary>What is worth keeping of a state.</summary>
    public static KioskMemory Of(KioskState s) => new(s.Firmware, s.Host, s.Scenario, s.Pin, s.Vpn, s.Upgrade);

    /// <summary>What is left after a wipe.</summary>
    public KioskMemory After(KioskWipe wipe) => new(Firmware, "", DeploymentScenario.A, wipe == KioskWipe.Restore ? Pin : null, null, null);

    /// <summary>The state in which a terminal with this memory boots.</summary>
    public KioskState ToState() => new() { Firmware = Firmware, Host = Host, Scenario = Scenario, Pin = Pin, Vpn = Vpn, Upgrade = Upgrade };
}
