using PairingLab.TerminalTrust.Api;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>All that a terminal knows at one moment.</summary>
public sealed record KioskState
{
    /// <summary>What its screen is used for.</summary>
    public KioskScreen Screen { get; init; }

    /// <summary>Its serial number.</summary>
    public string Serial { get; init; } = "";

    /// <summary>Its firmware.</summary>
    public string Firmware { get; init; } = Core.Firmware.FirstWithPairing;

    /// <summary>The server's address, "host" or "host:port"; empty when none was set.</summary>
    public string Host { get; init; } = "";

    /// <summary>Where the VPN is.</summary>
    public DeploymentScenario Scenario { get; init; }

    /// <summary>The fingerprint of its own certificate: what it shows as pairing code, whatever it is told.</summary>
    public string Code { get; init; } = "";

    /// <summary>The fingerprint of the master that it trusts; null before it was paired.</summary>
    public string? Pin { get; init; }

    /// <summary>Its VPN files; null when it has none.</summary>
    public VpnConfiguration? Vpn { get; init; }

    /// <summary>Where master is; null when it must ask gate first.</summary>
    public string? Master { get; init; }

    /// <summary>Whether master serves it.</summary>
    public bool InService { get; init; }

    /// <summary>Why it is not in service; null when nothing is wrong, or nothing is known yet.</summary>
    public KioskTrouble? Trouble { get; init; }

    /// <summary>Whether it waits for its turn to be upgraded.</summary>
    public bool WaitsForUpgrade { get; init; }

    /// <summary>The upgrade under way; null when there is none.</summary>
    public KioskUpgrade? Upgrade { get; init; }

    /// <summary>What is typed as server host; null when nothing was.</summary>
    public string? TypedHost { get; init; }

    /// <summary>What is to be taken off the disk now.</summary>
    public KioskWipe Wipe { get; init; }

    /// <summary>Counts what makes answers to older questions worthless.</summary>
    public int Attempt { get; init; }

    /// <summary>The same terminal, which knows nothing of its server yet.</summary>
    public KioskState AskAnew() => this with { Attempt = Attempt + 1, Master = null, InService = false, Trouble = null, WaitsForUpgrade = false };
}
