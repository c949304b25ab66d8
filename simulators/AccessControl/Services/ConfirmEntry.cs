using System.Globalization;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>The result of a confirmation.</summary>
/// <param name="Error">The refusal; null when the entry is confirmed.</param>
/// <param name="Charge">What is to be paid; null when it was refused.</param>
public sealed record ConfirmAnswer(Refusal? Error, EntryCharge? Charge = null);

/// <summary>Confirms an entry with its guests. A repeated request gets the same answer and counts once.</summary>
public sealed class ConfirmEntry(IMacsDatabase database, RuleCache ruleCache, LabClock clock)
{
    /// <summary>Confirms an entry that this terminal has checked.</summary>
    public Task<ConfirmAnswer> ConfirmAsync(PairedTerminal terminal, string accessId, int adults, int children, IReadOnlyList<int> ages) =>
        database.RunAsync<ConfirmAnswer>(session =>
    {
        Terminals.RequirePaired(session, terminal);
        if (Operations.ToConfirm(session, accessId) is not { } found || found.Serial != terminal.Serial
            || found.Type != OperationType.Online)
        {
            return new(Refusal.UnknownAccessId);
        }

        var operation = Operations.Lock(session, found);
        var asked = operation
            with
        {
            AdultGuests = adults,
            ChildGuests = children,
            ChildAges = string.Join(',', ages.Select(a => a.ToString(CultureInfo.InvariantCulture)))
        };
        return operation.Status switch
        {
            OperationStatus.Completed or OperationStatus.Reversed => asked == operation
                ? new(null, EntryCharge.Read(operation.Charge) ?? new([], [])) : new(Refusal.AlreadyConfirmed),
            OperationStatus.Created when operation.ExpiresAt > clock.GetUtcNow() => Complete(session, asked, ages),
            OperationStatus.Rejected => new(Refusal.UnknownAccessId),
            _ => new(Refusal.AccessIdExpired),
        };
    });

    private ConfirmAnswer Complete(MacsSession session, OperationRow operation, IReadOnlyList<int> ages)
    {
        var now = clock.GetUtcNow();
        var ruleset = ruleCache.Current(session).Rules.Ruleset(operation.RulesetId) ?? Rulesets.Find(session, operation.RulesetId)!.Ruleset;
        var alone = operation is { AdultGuests: 0, ChildGuests: 0 };
        var entries = alone ? [] : Operations.Entries(session, operation.PanHash);
        if (Guests.Split(ruleset, entries, operation.LocationId, now, (int)operation.AdultGuests, (int)operation.ChildGuests,
            ages) is not { } guests)
        {
            Operations.RefuseConfirmation(session, operation.Id, Refusal.LimitExceeded.Code(), now);
            return new(Refusal.LimitExceeded);
        }

        var charge = EntryCharge.Of(operation, ruleset, guests);

        Operations.Complete(session, operation with
        {
            EntryAt = now,
            FreeAdults = guests.FreeAdults,
            PaidAdults = guests.PaidAdults,
            FreeChildren = guests.FreeChildren,
            PaidChildren = guests.PaidChildren,
            YoungChildren = guests.YoungChildren,
            Charge = charge.ToText(),
        });
        return new(null, charge);
    }
}
