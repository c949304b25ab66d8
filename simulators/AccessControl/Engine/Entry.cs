namespace PairingLab.AccessControl.Engine;

/// <summary>An entry of a card: completed, or checked and waiting for its confirmation.</summary>
/// <param name="RulesetId">The ruleset it counts for; 0 for none.</param>
/// <param name="LocationId">Where.</param>
/// <param name="At">When.</param>
/// <param name="Paid">Whether the cardholder paid.</param>
/// <param name="Guests">Who came along.</param>
/// <param name="Reversed">A reversed entry does not count.</param>
public readonly record struct Entry(long RulesetId, string LocationId, DateTimeOffset At, bool Paid, GuestCount Guests,
    bool Reversed = false);

/// <summary>The guests of an entry, by what they pay.</summary>
/// <param name="FreeAdults">Adults on a free invitation.</param>
/// <param name="PaidAdults">Adults on a paid invitation.</param>
/// <param name="FreeChildren">Children on a free invitation.</param>
/// <param name="PaidChildren">Children on a paid invitation.</param>
/// <param name="YoungChildren">Children who are free because of their age and use no invitation.</param>
public readonly record struct GuestCount(int FreeAdults, int PaidAdults, int FreeChildren, int PaidChildren, int YoungChildren = 0);

/// <summary>A card's entries under one ruleset, within the ruleset's period.</summary>
/// <param name="Free">Free entries.</param>
/// <param name="Paid">Paid entries.</param>
/// <param name="Here">Entries at the location, free and paid.</param>
/// <param name="Guests">Guests of all of them.</param>
internal readonly record struct EntryCount(int Free, int Paid, int Here, GuestCount Guests)
{
    public static EntryCount Of(Ruleset ruleset, IReadOnlyList<Entry> entries, string locationId, DateTimeOffset at)
    {
        var (free, paid, here, freeAdults, paidAdults, freeChildren, paidChildren) = (0, 0, 0, 0, 0, 0, 0);
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            if (entry.RulesetId != ruleset.Id || entry.Reversed || IsOver(entry.At, ruleset.Cardholder.PeriodDays, at))
            {
                continue;
            }

            free += entry.Paid ? 0 : 1;
            paid += entry.Paid ? 1 : 0;
            here += entry.LocationId == locationId ? 1 : 0;
            freeAdults += entry.Guests.FreeAdults;
            paidAdults += entry.Guests.PaidAdults;
            freeChildren += entry.Guests.FreeChildren;
            paidChildren += entry.Guests.PaidChildren;
        }

        return new(free, paid, here, new(freeAdults, paidAdults, freeChildren, paidChildren));
    }

    /// <summary>How many are left of a limit; null for unlimited.</summary>
    public static int? Left(int? most, int used) => most is { } limit ? Math.Max(0, limit - used) : null;

    /// <summary>
    /// An entry counts until its period is over. A day is 24 hours, wherever the location is, so that a change to or from summer time makes
    /// no period an hour longer or shorter. The Access Control description does not say; the lab's choice.
    /// </summary>
    private static bool IsOver(DateTimeOffset entered, int? periodDays, DateTimeOffset at) =>
        periodDays is { } days && entered.ToUniversalTime().AddDays(days) <= at;
}
