using System.Collections.Immutable;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Devices;

/// <summary>All that a MACS device knows at one moment.</summary>
public sealed record MacsDeviceState(MacsDeviceMemory Memory)
{
    /// <summary>The private key that it signs with, for its disk only; null before it is made, and when MACS does not accept it.</summary>
    public string? Key { get; init; }

    /// <summary>The screen.</summary>
    public MacsDeviceScreen Screen { get; init; }

    /// <summary>What it has asked for the person at it; null when nothing.</summary>
    public MacsDeviceRequest? Waiting { get; init; }

    /// <summary>A message over the screen; null when there is none.</summary>
    public MacsDeviceMessage? Message { get; init; }

    /// <summary>What was typed, by field.</summary>
    public ImmutableDictionary<string, string> Typed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What MACS said of the card; null before it did.</summary>
    public CheckEntryResponse? Check { get; init; }

    /// <summary>Adult guests chosen.</summary>
    public int Adults { get; init; }

    /// <summary>Children chosen.</summary>
    public int Children { get; init; }

    /// <summary>Whether the last request had no answer.</summary>
    public bool Offline { get; init; }

    /// <summary>When it downloads its lists next, once it is paired; null while it does.</summary>
    public DateTimeOffset? ListsDue { get; init; }

    /// <summary>The offline entries that it is reporting.</summary>
    public ImmutableList<OfflineEntry> Reporting { get; init; } = [];

    /// <summary>When it reports next what it keeps, if nothing gives it reason to do so earlier.</summary>
    public DateTimeOffset ReportDue { get; init; }

    /// <summary>What stands in a field.</summary>
    public string Text(string field) => Typed.GetValueOrDefault(field, "");

    /// <summary>Another screen; what was typed on the old one is gone, the card above all.</summary>
    internal MacsDeviceState Go(MacsDeviceScreen screen) => this with
    {
        Screen = screen,
        Typed = ImmutableDictionary<string, string>.Empty,
        Check = screen == MacsDeviceScreen.Entry ? Check : null,
        Adults = 0,
        Children = 0,
    };

    /// <summary>A message, and the screen after it.</summary>
    internal MacsDeviceState Say(string title, MacsDeviceScreen then, params IReadOnlyList<string> texts) =>
        Go(then) with { Message = new(title, texts) };
}

/// <summary>What a MACS device keeps on its disk, besides its key.</summary>
public sealed record MacsDeviceMemory
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
    public MacsDeviceMemory WithoutLists() =>
        this with { Ranges = [], RangesTag = null, Hashes = HashList.Empty, HashesTag = null, ListsAt = null };
}

/// <summary>A confirmation that has no answer yet; kept over a power cut, since MACS may have counted it.</summary>
public sealed record PendingConfirm(string AccessId, int Adults, int Children, ImmutableList<int> Ages);

/// <summary>A message with [OK].</summary>
public sealed record MacsDeviceMessage(string Title, IReadOnlyList<string> Texts);

/// <summary>The screens of a MACS device.</summary>
public enum MacsDeviceScreen
{
    /// <summary>Asks for the pairing code.</summary>
    Pair,

    /// <summary>Asks staff to check the cardholder's identity.</summary>
    Identity,

    /// <summary>Waits for a card.</summary>
    Tap,

    /// <summary>Shows the visits left and takes the guests.</summary>
    Entry,
}
