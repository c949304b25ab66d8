using System.Collections.Immutable;

namespace PairingLab.TerminalTrust.Core;

/// <summary>A terminal as CAS knows it.</summary>
/// <param name="Serial">Its serial number, "BT101308".</param>
public sealed record Terminal(string Serial)
{
    /// <summary>The firmware that it last reported; null before its first hello.</summary>
    public string? Firmware { get; init; }

    /// <summary>The trusted fingerprint; null when the terminal is not paired.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>When it was last paired; unpairing does not change it.</summary>
    public DateTimeOffset? PairedAt { get; init; }

    /// <summary>Fingerprints that the operator has refused.</summary>
    public ImmutableSortedSet<string> Refused { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The key of its VPN configuration; null when none was generated.</summary>
    public string? VpnKey { get; init; }

    /// <summary>Whether it is in service.</summary>
    public bool Active { get; init; } = true;

    /// <summary>The addresses that it may come from, with commas between, besides the server's IP whitelist; empty for all.</summary>
    public string IpWhitelist { get; init; } = "";

    /// <summary>When it was last heard, at gate or at master.</summary>
    public DateTimeOffset? LastHeard { get; init; }

    /// <summary>Its session with master; null when it has none.</summary>
    public TerminalSession? Session { get; init; }

    /// <summary>Its last rejection; null when it was not rejected lately.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>When another certificate last asked under its serial number; null when none has since it was paired.</summary>
    public DateTimeOffset? MismatchAt { get; init; }

    /// <summary>Whether its own IP whitelist lets it come from an address.</summary>
    public bool MayComeFrom(string address) => IpWhitelist.Length == 0 || IpWhitelist.Split(", ").Contains(address);

    /// <summary>What the terminal list shows.</summary>
    public TerminalStatus Status =>
        !Active ? TerminalStatus.Inactive
        : Fingerprint is null ? TerminalStatus.Unpaired
        : Session is not null ? TerminalStatus.Online
        : Rejection is not null ? TerminalStatus.Rejected
        : TerminalStatus.Offline;
}

/// <summary>The states of CAS's terminal list (docs/protocols/terminal-trust.md, "States and codes").</summary>
public enum TerminalStatus
{
    /// <summary>Paired and served.</summary>
    Online,

    /// <summary>Paired, but not heard.</summary>
    Offline,

    /// <summary>Set out of service in CAS.</summary>
    Inactive,

    /// <summary>Paired, but rejected when it was last heard.</summary>
    Rejected,

    /// <summary>No fingerprint is trusted.</summary>
    Unpaired,
}

/// <summary>A terminal that master serves.</summary>
/// <param name="LastServed">When it was last served.</param>
/// <param name="ThroughVpn">Whether it came through the VPN; CAS then shows the lock mark.</param>
public sealed record TerminalSession(DateTimeOffset LastServed, bool ThroughVpn);

/// <summary>The last rejection of a terminal.</summary>
public sealed record Rejection(RejectionReason Reason, DateTimeOffset At);

/// <summary>Why a terminal is rejected; the numbers go over the wire (docs/protocols/terminal-trust.md, "States and codes").</summary>
public enum RejectionReason
{
    /// <summary>Any other reason. Lab's choice: a terminal that was set inactive.</summary>
    Unknown = 0,

    /// <summary>Its serial number is unknown to CAS.</summary>
    NotRegistered = 1,

    /// <summary>Its fingerprint was not approved.</summary>
    NotPaired = 2,

    /// <summary>The server has no exchange rate.</summary>
    NoExchangeRate = 3,

    /// <summary>Its address is not on the IP whitelist.</summary>
    IpWhitelist = 4,

    /// <summary>Another certificate is trusted under this serial number.</summary>
    FingerprintMismatch = 5,

    /// <summary>It is outside opening hours.</summary>
    OutsideOpeningHours = 6,
}
