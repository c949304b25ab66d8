namespace PairingLab.AccessControl.Engine;

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

    /// <summary>An entry counts until its period is over.</summary>
    private static bool IsOver(DateTimeOffset entered, int? periodDays, DateTimeOffset at) => periodDays is { } days && entered.AddDays(days) <= at;
}
