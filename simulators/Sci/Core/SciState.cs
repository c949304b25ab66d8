using System.Collections.Immutable;

namespace PairingLab.Sci.Core;

/// <summary>All that SCI knows at one moment.</summary>
public sealed record SciState
{
    /// <summary>Nobody has paired yet.</summary>
    public static readonly SciState New = new();

    /// <summary>Terminals by id.</summary>
    public ImmutableDictionary<string, Terminal> Terminals { get; init; } = ImmutableDictionary.Create<string, Terminal>(StringComparer.Ordinal);

    /// <summary>Pairings by id, those that have ended among them.</summary>
    public ImmutableDictionary<string, Pairing> Pairings { get; init; } = ImmutableDictionary.Create<string, Pairing>(StringComparer.Ordinal);

    /// <summary>The pairing that a code was given out for last.</summary>
    public ImmutableDictionary<string, string> Codes { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The pairing that a key id belongs to.</summary>
    public ImmutableDictionary<string, string> Keys { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Transactions by id.</summary>
    public ImmutableDictionary<string, Transaction> Transactions { get; init; } = ImmutableDictionary.Create<string, Transaction>(StringComparer.Ordinal);

    /// <summary>What time will do, the next first.</summary>
    public ImmutableSortedSet<Due> Dues { get; init; } = [];

    /// <summary>The pairing of a key id; null when there is none.</summary>
    public Pairing? PairingOfKey(string keyId) => Keys.TryGetValue(keyId, out var id) ? Pairings[id] : null;

    /// <summary>The pairing that a code was given out for; null when there is none.</summary>
    public Pairing? PairingOfCode(string code) => Codes.TryGetValue(code, out var id) ? Pairings[id] : null;
}
