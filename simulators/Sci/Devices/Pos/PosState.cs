using System.Collections.Immutable;
using PairingLab.Kernel.Panels;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>All that a POS knows at one moment.</summary>
public sealed record PosState(PosMemory Memory)
{
    /// <summary>The page.</summary>
    public PosPage Page { get; init; }

    /// <summary>What it has asked and not been answered; null when nothing.</summary>
    public PosRequest? Waiting { get; init; }

    /// <summary>What remains to be checked on opening the pairing section.</summary>
    public ImmutableQueue<StoredPairing> ToCheck { get; init; } = [];

    /// <summary>When it asks again for news of the purchase, since nobody has answered; null while it waits for news.</summary>
    public DateTimeOffset? WatchAt { get; init; }

    /// <summary>When SCI has answered last about the purchase: a silence is counted from there.</summary>
    public DateTimeOffset HeardAt { get; init; }

    /// <summary>When [Cancel] was pressed on the purchase; null when it was not.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Whether the merchant is asked how the purchase ended, since SCI does not say it.</summary>
    public bool AsksOutcome { get; init; }

    /// <summary>What a person is told of what was done last.</summary>
    public ImmutableList<PanelText> Notice { get; init; } = [];

    /// <summary>What is typed into the fields.</summary>
    public ImmutableDictionary<string, string> Typed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What is typed into a field.</summary>
    public string In(string field) => Typed.GetValueOrDefault(field, "").Trim();
}

/// <summary>The pages of a POS.</summary>
public enum PosPage
{
    /// <summary>Where sales are made.</summary>
    Sale,

    /// <summary>The pairing section.</summary>
    Pairing,

    /// <summary>Refunds, cash, telephone orders, settlements, and who prints receipts.</summary>
    More,
}

/// <summary>What a POS keeps on its disk.</summary>
/// <param name="Pairings">Its pairings, the oldest first; one a terminal or more.</param>
/// <param name="New">The pairing that is being made: the API has given it, and it has not been tested yet.</param>
/// <param name="Purchase">The transaction on the screen; null when there is none.</param>
public sealed record PosMemory(ImmutableList<StoredPairing> Pairings, StoredPairing? New, PosPurchase? Purchase)
{
    /// <summary>What a POS fresh from the box remembers.</summary>
    public static readonly PosMemory Fresh = new([], null, null);

    /// <summary>Who prints receipts and judges signatures.</summary>
    public PosFlags Flags { get; init; } = new();
}

/// <summary>All that the API has said of a pairing, as the POS stores it, the base URL too: other terminals may have others.</summary>
public sealed record StoredPairing(
    string PairingId,
    string KeyId,
    string ConfirmationCode,
    string SigningSecretPartB,
    string BaseUrl,
    string Tid,
    string? PairingNickname,
    string TerminalNickname);
