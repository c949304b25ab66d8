using System.Collections.Immutable;

namespace PairingLab.AccessControl.Engine;

/// <summary>"Spend based control": what the cardholder must have spent.</summary>
/// <param name="Amount">The amount and its currency.</param>
/// <param name="PeriodDays">
/// The example of the Access Control description: with 10 days and now 11/01/2024 12:30, spending from 1/01/2024 12:30 to 11/01/2024 12:30
/// counts, both minutes included.
/// </param>
/// <param name="Mccs">Only transactions of these merchant categories count; an empty list means all.</param>
/// <param name="GraceDays">
/// The Access Control description only names a grace period. The lab's choice: a cardholder who had spent enough at any moment of the last
/// so many days is still admitted.
/// </param>
public sealed record SpendRule(Price Amount, int PeriodDays, ImmutableArray<string> Mccs, int GraceDays = 0)
{
    /// <summary>The merchant categories.</summary>
    public ImmutableArray<string> Mccs { get; init; } = Mccs.IsDefault ? [] : Mccs;

    /// <summary>How far back transactions are needed.</summary>
    public int DaysBack => PeriodDays + GraceDays;
}

/// <summary>A purchase with the card, as MRS reports it; a refund has a negative amount.</summary>
public readonly record struct Transaction(DateTimeOffset At, string Mcc, decimal Amount, string Currency);
