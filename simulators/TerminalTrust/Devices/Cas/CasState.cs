using System.Collections.Immutable;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>What is open on CAS's screen.</summary>
public sealed record CasState
{
    /// <summary>The page.</summary>
    public CasScreen Screen { get; init; }

    /// <summary>A message over the page; null when there is none.</summary>
    public string? Message { get; init; }

    /// <summary>The terminal that an action is about.</summary>
    public string Serial { get; init; } = "";

    /// <summary>The pairing request that is looked at.</summary>
    public RequestKey Request { get; init; }

    /// <summary>What came of comparing its fingerprint; null before.</summary>
    public CasComparison? Comparison { get; init; }

    /// <summary>The pairing requests that are selected.</summary>
    public ImmutableHashSet<RequestKey> Selected { get; init; } = [];

    /// <summary>What is typed into the fields.</summary>
    public ImmutableDictionary<string, string> Typed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What is typed into a field.</summary>
    public string In(string field) => Typed.GetValueOrDefault(field, "");

    /// <summary>Another page; what was typed on the old one is gone, passwords above all.</summary>
    public CasState Go(CasScreen screen) => this with { Screen = screen, Typed = ImmutableDictionary<string, string>.Empty, Comparison = null };
}
