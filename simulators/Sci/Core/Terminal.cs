using System.Collections.Immutable;

namespace PairingLab.Sci.Core;

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

    /// <summary>Counts what happened to it, so that an old view is never taken for a newer one.</summary>
    public long Version { get; init; }
}
