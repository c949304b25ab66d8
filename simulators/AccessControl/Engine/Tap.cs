namespace PairingLab.AccessControl.Engine;

/// <summary>A tap of a card, with everything that the engine needs to decide it.</summary>
/// <param name="Pan">The card number (<see cref="PanNumber"/>).</param>
/// <param name="Product">The product according to the acquirer; null to use the BIN table's.</param>
/// <param name="LocationId">Where.</param>
/// <param name="At">When.</param>
/// <param name="Entries">The card's entries.</param>
/// <param name="Usages">How often a ruleset with a limit of its total was used in its period, by id; missing means never.</param>
/// <param name="Spending">The card's transactions; null when they are unavailable.</param>
/// <param name="RpmAllows">Whether the RPM service allows it; null when it was not asked, as always in this lab.</param>
public readonly record struct Tap(
    ulong Pan,
    string? Product,
    string LocationId,
    DateTimeOffset At,
    IReadOnlyList<Entry> Entries,
    IReadOnlyDictionary<long, int> Usages,
    IReadOnlyList<Transaction>? Spending = null,
    bool? RpmAllows = null);
