using System.Collections.Immutable;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>All that a POS knows at one moment.</summary>
public sealed record PosState
{
    /// <summary>The page.</summary>
    public PosPage Page { get; init; }

    /// <summary>Its pairings, the oldest first; one a terminal or more.</summary>
    public ImmutableList<StoredPairing> Pairings { get; init; } = [];

    /// <summary>The pairing that is being made: the API has given it, and it has not been tested yet.</summary>
    public StoredPairing? New { get; init; }

    /// <summary>The purchase on the screen; null when there is none.</summary>
    public PosPurchase? Purchase { get; init; }

    /// <summary>What it has asked and not been answered; null when nothing.</summary>
    public PosRequest? Waiting { get; init; }

    /// <summary>What remains to be checked on opening the pairing section.</summary>
    public ImmutableQueue<StoredPairing> ToCheck { get; init; } = [];

    /// <summary>What a person is told of what was done last.</summary>
    public ImmutableList<string> Notice { get; init; } = [];

    /// <summary>Whether that is bad news.</summary>
    public bool NoticeIsBad { get; init; }

    /// <summary>What is typed into the fields.</summary>
    public ImmutableDictionary<string, string> Typed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What is typed into a field.</summary>
    public string In(string field) => Typed.GetValueOrDefault(field, "").Trim();
}
