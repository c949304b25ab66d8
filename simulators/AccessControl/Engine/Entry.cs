namespace PairingLab.AccessControl.Engine;

/// <summary>An entry of a card: completed, or checked and still to be confirmed.</summary>
/// <param name="RulesetId">The ruleset it counts for; 0 for none.</param>
/// <param name="LocationId">Where.</param>
/// <param name="At">When.</param>
/// <param name="Paid">Whether the cardholder paid.</param>
/// <param name="Guests">Who came along.</param>
/// <param name="Reversed">A reversed entry does not count (seed: REVERSED).</param>
public readonly record struct Entry(long RulesetId, string LocationId, DateTimeOffset At, bool Paid, GuestCount Guests, bool Reversed = false);
