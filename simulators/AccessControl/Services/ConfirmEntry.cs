using System.Globalization;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>The confirmation of an entry with its guests. The same request again gives the same answer and counts once.</summary>
public sealed class ConfirmEntry(IMacsDatabase database, Books books, LabClock clock)
{
    /// <summary>Confirms an entry that this terminal has checked; null when it is completed, else the error code.</summary>
    public Task<string?> ConfirmAsync(PairedTerminal terminal, string accessId, int adults, int children, IReadOnlyList<int> ages) => database.RunAsync(session =>
    {
        Terminals.Asking(session, terminal);
        if (Operations.ToConfirm(session, accessId) is not { } found || found.Serial != terminal.Serial || found.Type != OperationType.Online)
        {
            return "UNKNOWN_ACCESS_ID";
        }

        var operation = Operations.Held(session, found);
        var asked = operation with { AdultGuests = adults, ChildGuests = children, ChildAges = string.Join(',', ages.Select(a => a.ToString(CultureInfo.InvariantCulture))) };
        return operation.Status switch
        {
            OperationStatus.Completed or OperationStatus.Reversed => asked == operation ? null : "ALREADY_CONFIRMED",
            OperationStatus.Created when operation.ExpiresAt > clock.GetUtcNow() => Complete(session, asked, ages),
            OperationStatus.Rejected => "UNKNOWN_ACCESS_ID",
            _ => "ACCESS_ID_EXPIRED",
        };
    });

    private string? Complete(MacsSession session, OperationRow operation, IReadOnlyList<int> ages)
    {
        var now = clock.GetUtcNow();
        var ruleset = books.Current(session).Rules.Ruleset(operation.RulesetId) ?? Rulesets.Find(session, operation.RulesetId)!.Ruleset;
        var alone = operation is { AdultGuests: 0, ChildGuests: 0 };
        var entries = alone ? [] : Operations.Entries(session, operation.PanHash);
        if (Guests.Split(ruleset, entries, operation.LocationId, now, (int)operation.AdultGuests, (int)operation.ChildGuests, ages) is not { } guests)
        {
            return PosError.LimitExceeded.Code;
        }

        Operations.Complete(session, operation with
        {
            EntryAt = now,
            FreeAdults = guests.FreeAdults,
            PaidAdults = guests.PaidAdults,
            FreeChildren = guests.FreeChildren,
            PaidChildren = guests.PaidChildren,
            YoungChildren = guests.YoungChildren,
        });
        return null;
    }
}
