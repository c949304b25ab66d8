using System.Collections.Immutable;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Devices;

/// <summary>What a device keeps on its disk.</summary>
public sealed record DeviceMemory
{
    /// <summary>Whether it is paired.</summary>
    public bool Paired { get; init; }

    /// <summary>The BIN ranges of its location.</summary>
    public ImmutableList<BinRange> Ranges { get; init; } = [];

    /// <summary>Their tag.</summary>
    public string? RangesTag { get; init; }

    /// <summary>Hashes of whitelisted card numbers.</summary>
    public HashList Hashes { get; init; } = HashList.Empty;

    /// <summary>Their tag.</summary>
    public string? HashesTag { get; init; }

    /// <summary>When both lists were had last; null before the first time.</summary>
    public DateTimeOffset? ListsAt { get; init; }

    /// <summary>Offline entries that MACS does not know of yet.</summary>
    public ImmutableList<OfflineEntry> Kept { get; init; } = [];

    /// <summary>How many offline entries MACS has rejected.</summary>
    public int Rejected { get; init; }

    /// <summary>How many offline entries there ever were; in the next one's id.</summary>
    public long Count { get; init; }

    /// <summary>A confirmation without an answer; null when there is none.</summary>
    public PendingConfirm? Pending { get; init; }

    /// <summary>The same with no lists: those of a former pairing may be another location's.</summary>
    public DeviceMemory WithoutLists() => this with { Ranges = [], RangesTag = null, Hashes = HashList.Empty, HashesTag = null, ListsAt = null };
}
