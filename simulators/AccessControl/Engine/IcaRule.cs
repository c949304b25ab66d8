using System.Collections.Immutable;

namespace PairingLab.AccessControl.Engine;

/// <summary>An ICA of a ruleset with its BIN ranges; none for all cards of that ICA.</summary>
public sealed record IcaRule(string Ica, ImmutableArray<BinRange> Ranges)
{
    /// <summary>Its BIN ranges.</summary>
    public ImmutableArray<BinRange> Ranges { get; init; } = Ranges.IsDefault ? [] : Ranges;
}
