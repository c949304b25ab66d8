using System.Collections.Immutable;

namespace PairingLab.TerminalTrust.Core;

/// <summary>A terminal as CAS knows it.</summary>
/// <param name="Serial">Its serial number, "BT101308".</param>
public sealed record Terminal(string Serial)
{
    /// <summary>The firmware that it told last; null when it was never heard.</summary>
    public string? Firmware { get; init; }

    /// <summary>The fingerprint that is trusted; null when it is not paired.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>When it was paired last; stays when it is unpaired.</summary>
    public DateTimeOffset? PairedAt { get; init; }

    /// <summary>Fingerprints that the operator has refused.</summary>
    public ImmutableSortedSet<string> Refused { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The key of its VPN configuration; null when none was generated.</summary>
    public string? VpnKey { get; init; }

    /// <summary>Whether it is in service.</summary>
    public bool Active { get; init; } = true;

    /// <summary>When it was last heard, at gate or at master.</summary>
    public DateTimeOffset? LastHeard { get; init; }

    /// <summary>Its session with master; null when it has none.</summary>
    public TerminalSession? Session { get; init; }

    /// <summary>Its last rejection; null when it was not rejected lately.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>What the terminal list shows.</summary>
    public TerminalStatus Status =>
        !Active ? TerminalStatus.Inactive
        : Fingerprint is null ? TerminalStatus.Unpaired
        : Session is not null ? TerminalStatus.Online
        : Rejection is not null ? TerminalStatus.Rejected
        : TerminalStatus.Offline;
}
