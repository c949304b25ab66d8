using PairingLab.TerminalTrust.Api;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>Everything a terminal knows at one moment.</summary>
public sealed record KioskState
{
    /// <summary>The open screen.</summary>
    public KioskScreen Screen { get; init; }

    /// <summary>Its serial number.</summary>
    public string Serial { get; init; } = "";

    /// <summary>Its firmware.</summary>
    public string Firmware { get; init; } = Core.Firmware.FirstWithPairing;

    /// <summary>The server's address, "host" or "host:port"; empty when none was set.</summary>
    public string Host { get; init; } = "";

    /// <summary>Where the VPN is.</summary>
    public DeploymentScenario Scenario { get; init; }

    /// <summary>The fingerprint of its certificate: the pairing code that it shows, whatever the server says.</summary>
    public string Code { get; init; } = "";

    /// <summary>The fingerprint of the master that it trusts; null before it was paired.</summary>
    public string? Pin { get; init; }

    /// <summary>Its VPN configuration; null when it has none.</summary>
    public VpnConfiguration? Vpn { get; init; }

    /// <summary>The base of master's API; null when it must ask gate first.</summary>
    public string? Master { get; init; }

    /// <summary>Whether master serves it.</summary>
    public bool InService { get; init; }

    /// <summary>Why it is not in service; null when nothing is wrong, or nothing is known yet.</summary>
    public KioskTrouble? Trouble { get; init; }

    /// <summary>Whether it waits for its turn to be upgraded.</summary>
    public bool WaitsForUpgrade { get; init; }

    /// <summary>The upgrade under way; null when there is none.</summary>
    public KioskUpgrade? Upgrade { get; init; }

    /// <summary>The text typed into the field for the server host; null when nothing was typed.</summary>
    public string? TypedHost { get; init; }

    /// <summary>The text in the field for the server host.</summary>
    public string HostTyped => TypedHost ?? Host;

    /// <summary>Its certificate with the key, in PEM; null until it is made, at the first boot.</summary>
    public string? Identity { get; init; }

    /// <summary>What it has of a firmware package, in base 64; null when nothing.</summary>
    public string? Package { get; init; }

    /// <summary>When it has booted.</summary>
    public DateTimeOffset BootedAt { get; init; }

    /// <summary>What it asks now.</summary>
    public KioskAsks Asking { get; init; }

    /// <summary>When it asks its server next, if it is not asking then; set when it has booted.</summary>
    public DateTimeOffset AskAt { get; init; }

    /// <summary>When it fetches the next piece of a firmware package; null when it does not wait for one.</summary>
    public DateTimeOffset? PieceAt { get; init; }
}

/// <summary>The part of a terminal's state that it keeps on its disk, besides its key and a firmware package.</summary>
public sealed record KioskMemory(
    string Firmware, string Host, DeploymentScenario Scenario, string? Pin, VpnConfiguration? Vpn, KioskUpgrade? Upgrade)
{
    /// <summary>The part of a state that is kept.</summary>
    public static KioskMemory Of(KioskState s) => new(s.Firmware, s.Host, s.Scenario, s.Pin, s.Vpn, s.Upgrade);

    /// <summary>A new terminal, or what a factory reset leaves: it knows its firmware only.</summary>
    public static KioskMemory Fresh(string firmware) => new(firmware, "", DeploymentScenario.A, null, null, null);

    /// <summary>What a restore leaves: firmware and pinned server.</summary>
    public static KioskMemory Restored(KioskState s) => Fresh(s.Firmware) with { Pin = s.Pin };

    /// <summary>The state in which a terminal with this memory boots.</summary>
    public KioskState ToState() => new() { Firmware = Firmware, Host = Host, Scenario = Scenario, Pin = Pin, Vpn = Vpn, Upgrade = Upgrade };
}

/// <summary>What a terminal asks its server; one thing at a time.</summary>
public enum KioskAsks
{
    /// <summary>It waits until it asks again.</summary>
    Nothing,

    /// <summary>It says hello to gate.</summary>
    Gate,

    /// <summary>It asks the master that it knows.</summary>
    Master,

    /// <summary>It asks the master that gate has just named.</summary>
    MasterAfterGate,

    /// <summary>It fetches a piece of a firmware package.</summary>
    Piece,
}

/// <summary>The screens of a terminal.</summary>
public enum KioskScreen
{
    /// <summary>The terminal boots.</summary>
    Starting,

    /// <summary>Normal screen, error screen or upgrade, depending on the state.</summary>
    Running,

    /// <summary>Advanced administration.</summary>
    Advanced,

    /// <summary>Asks for confirmation before a restore.</summary>
    AskRestore,

    /// <summary>Asks for confirmation before a factory reset.</summary>
    AskFactoryReset,
}

/// <summary>Where the VPN is (docs/protocols/terminal-trust.md, "Deployment scenarios").</summary>
public enum DeploymentScenario
{
    /// <summary>In the terminal: the server hands out its configuration.</summary>
    A,

    /// <summary>Outside of the terminal, in a router.</summary>
    B,
}

/// <summary>Why a terminal is not in service.</summary>
/// <param name="Bits">The error bits.</param>
/// <param name="Reason">Why the server rejects it; null when it does not.</param>
/// <param name="Vpn">Whether the VPN fails.</param>
public sealed record KioskTrouble(ErrorBits Bits, RejectionReason? Reason = null, bool Vpn = false);

/// <summary>The error bits of a terminal's error screen; they add up (docs/protocols/terminal-trust.md, "States and codes").</summary>
[Flags]
public enum ErrorBits
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>Server not reachable.</summary>
    NotReachable = 1,

    /// <summary>Connection rejected.</summary>
    Rejected = 256,

    /// <summary>Timeout.</summary>
    Timeout = 512,

    /// <summary>Unknown network error.</summary>
    UnknownNetworkError = 1024,

    /// <summary>Server certificate mismatch.</summary>
    CertificateMismatch = 2048,

    /// <summary>TLS error.</summary>
    TlsError = 4096,
}

/// <summary>An upgrade that a terminal downloads.</summary>
/// <param name="To">The firmware that it gets.</param>
/// <param name="Package">The address of the package.</param>
/// <param name="Received">Bytes that are on its disk.</param>
/// <param name="Total">Bytes of the package; 0 before the first piece.</param>
public sealed record KioskUpgrade(string To, string Package, int Received = 0, int Total = 0);
