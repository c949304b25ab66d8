using System.Collections.Immutable;

namespace PairingLab.Sci.Core;

/// <summary>All that SCI knows at one moment.</summary>
public sealed record SciState
{
    /// <summary>Nobody has paired yet.</summary>
    public static readonly SciState New = new();

    /// <summary>Terminals by id.</summary>
    public ImmutableDictionary<string, Terminal> Terminals { get; init; } =
        ImmutableDictionary.Create<string, Terminal>(StringComparer.Ordinal);

    /// <summary>Pairings by id, those that have ended among them.</summary>
    public ImmutableDictionary<string, Pairing> Pairings { get; init; } =
        ImmutableDictionary.Create<string, Pairing>(StringComparer.Ordinal);

    /// <summary>The pairing that a code was given out for last.</summary>
    public ImmutableDictionary<string, string> Codes { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The pairing that a key id belongs to.</summary>
    public ImmutableDictionary<string, string> Keys { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Transactions by id.</summary>
    public ImmutableDictionary<string, Transaction> Transactions { get; init; } =
        ImmutableDictionary.Create<string, Transaction>(StringComparer.Ordinal);

    /// <summary>What time will do, the next first.</summary>
    public ImmutableSortedSet<Due> Dues { get; init; } = [];

    /// <summary>The pairing of a key id; null when there is none.</summary>
    public Pairing? PairingOfKey(string keyId) => Keys.TryGetValue(keyId, out var id) ? Pairings[id] : null;

    /// <summary>The pairing that a code was given out for; null when there is none.</summary>
    public Pairing? PairingOfCode(string code) => Codes.TryGetValue(code, out var id) ? Pairings[id] : null;

    /// <summary>The state with a terminal as given; its version rises.</summary>
    internal SciState With(Terminal terminal) =>
        this with { Terminals = Terminals.SetItem(terminal.Id, terminal with { Version = terminal.Version + 1 }) };

    /// <summary>The state with a terminal changed, or with the same terminal and a new version; an unknown terminal is left out.</summary>
    internal SciState WithTerminal(string id, Func<Terminal, Terminal> change) =>
        Terminals.TryGetValue(id, out var before) ? With(change(before)) : this;

    /// <summary>The state with a pairing changed.</summary>
    internal SciState WithPairing(string id, Func<Pairing, Pairing> change)
    {
        var before = Pairings[id];
        var after = change(before);
        return this with { Pairings = Pairings.SetItem(id, after), Dues = Moved(id, before.Until, after.Until) };
    }

    /// <summary>The state with a transaction changed; its version rises.</summary>
    internal SciState WithTransaction(string id, Func<Transaction, Transaction> change)
    {
        var before = Transactions[id];
        var after = change(before) with { Version = before.Version + 1 };
        return this with { Transactions = Transactions.SetItem(id, after), Dues = Moved(id, before.Until, after.Until) };
    }

    private ImmutableSortedSet<Due> Moved(string id, DateTimeOffset? from, DateTimeOffset? to)
    {
        var dues = from is { } old ? Dues.Remove(new(old, id)) : Dues;
        return to is { } next ? dues.Add(new(next, id)) : dues;
    }
}

/// <summary>An EFTPOS terminal, as its tenant knows it.</summary>
/// <param name="Id">Its id on the bench.</param>
/// <param name="Tid">The TID assigned to it.</param>
/// <param name="Nickname">The nickname configured on it.</param>
/// <param name="Tenant">The tenant it belongs to.</param>
public sealed record Terminal(string Id, string Tid, string Nickname, string Tenant)
{
    /// <summary>The pairing it last began; null before the first.</summary>
    public string? Pairing { get; init; }

    /// <summary>Its active pairings, the oldest first.</summary>
    public ImmutableList<string> Active { get; init; } = [];

    /// <summary>The transaction on its screen; null when there is none.</summary>
    public string? Transaction { get; init; }

    /// <summary>Whether it is busy with something of its own, a settlement say.</summary>
    public bool Busy { get; init; }

    /// <summary>How it takes payments.</summary>
    public TerminalOptions Options { get; init; } = new();

    /// <summary>What it has taken.</summary>
    public Takings Takings { get; init; } = new();

    /// <summary>Counts what happened to it, so that an old view is never taken for a newer one.</summary>
    public long Version { get; init; }
}

/// <summary>
/// A bank or acquirer that terminals belong to, with an SCI API of its own. The lab's choice: four, one of each kind that matters.
/// </summary>
/// <param name="Id">Its name on the bench.</param>
/// <param name="IsLive">Whether real money moves there.</param>
/// <param name="IsAuthorised">Whether the lab's API keys may pair with its terminals at all.</param>
public sealed record Tenant(string Id, bool IsLive, bool IsAuthorised)
{
    /// <summary>All tenants; a terminal belongs to the first one when nothing is said.</summary>
    public static readonly IReadOnlyList<Tenant> All =
    [
        new("tenant-1", IsLive: false, IsAuthorised: true),
        new("tenant-2", IsLive: false, IsAuthorised: true),
        new("tenant-live", IsLive: true, IsAuthorised: true),
        new("tenant-foreign", IsLive: false, IsAuthorised: false),
    ];

    /// <summary>The tenant of that id; null when there is none.</summary>
    public static Tenant? Find(string id) => All.FirstOrDefault(t => t.Id == id);
}

/// <summary>A pairing of a terminal with a POS, from the pairing code on.</summary>
/// <param name="Id">"pid_…".</param>
/// <param name="KeyId">"kid_…": keyid of all its signatures.</param>
/// <param name="Terminal">The terminal's id on the bench.</param>
/// <param name="Tenant">The tenant that the terminal belonged to when it began.</param>
/// <param name="Code">The six digits on the terminal.</param>
/// <param name="ConfirmationCode">The four digits on both sides.</param>
/// <param name="SecretPartB">32 hex characters.</param>
/// <param name="Tid">The TID assigned to the terminal.</param>
/// <param name="TerminalNickname">The nickname configured on the terminal when it began.</param>
/// <param name="Status">How far it is.</param>
/// <param name="At">When it came to that status.</param>
/// <param name="Until">When time ends that status; null when never.</param>
/// <param name="Nickname">The pairing nickname that the POS gave; null when none.</param>
public sealed record Pairing(
    string Id,
    string KeyId,
    string Terminal,
    string Tenant,
    string Code,
    string ConfirmationCode,
    string SecretPartB,
    string Tid,
    string TerminalNickname,
    PairingStatus Status,
    DateTimeOffset At,
    DateTimeOffset? Until,
    string? Nickname)
{
    /// <summary>Whether it is still on its way to being active.</summary>
    public bool IsUnderWay => Status is PairingStatus.Initial or PairingStatus.Progressed;
}

/// <summary>How far a pairing is.</summary>
public enum PairingStatus
{
    /// <summary>The terminal shows its code; no POS has sent it yet.</summary>
    Initial,

    /// <summary>A POS has sent the code; the merchant has not confirmed yet.</summary>
    Progressed,

    /// <summary>Confirmed on the terminal.</summary>
    Active,

    /// <summary>It was active, and was removed.</summary>
    Unpaired,

    /// <summary>Its time ran out before it was confirmed.</summary>
    Expired,

    /// <summary>It was cancelled before it was confirmed.</summary>
    Revoked,

    /// <summary>The merchant declined the confirmation code.</summary>
    Declined,
}

/// <summary>A moment at which time does something to a pairing or a transaction.</summary>
public readonly record struct Due(DateTimeOffset At, string Id) : IComparable<Due>
{
    /// <inheritdoc />
    public int CompareTo(Due other) => At != other.At ? At.CompareTo(other.At) : string.CompareOrdinal(Id, other.Id);

    /// <summary>Earlier.</summary>
    public static bool operator <(Due left, Due right) => left.CompareTo(right) < 0;

    /// <summary>Not later.</summary>
    public static bool operator <=(Due left, Due right) => left.CompareTo(right) <= 0;

    /// <summary>Later.</summary>
    public static bool operator >(Due left, Due right) => left.CompareTo(right) > 0;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(Due left, Due right) => left.CompareTo(right) >= 0;
}
