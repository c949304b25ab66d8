namespace PairingLab.AccessControl.Engine;

/// <summary>How many guests may come along, and who of them pays.</summary>
public static class Guests
{
    /// <summary>
    /// Who of the guests of an entry pays: free invitations first, then paid ones by themselves; children under the free age take
    /// none. Null when more come than may.
    /// </summary>
    /// <param name="ruleset">The ruleset that let the cardholder in.</param>
    /// <param name="entries">The card's entries before this one.</param>
    /// <param name="locationId">Where.</param>
    /// <param name="at">When.</param>
    /// <param name="adults">Adult guests.</param>
    /// <param name="children">Children, the young ones among them.</param>
    /// <param name="ages">Ages of children as far as they were asked; one without an age is not under any.</param>
    public static GuestCount? Split(
        Ruleset ruleset, IReadOnlyList<Entry> entries, string locationId, DateTimeOffset at, int adults, int children, IReadOnlyList<int> ages)
    {
        var count = EntryCount.Of(ruleset, entries, locationId, at).Guests;
        var young = ruleset.Children?.FreeUnderAge is { } age ? Math.Min(children, ages.Count(a => a < age)) : 0;
        var bigOnes = Share(ruleset.Adults, adults, 0, count.FreeAdults, count.PaidAdults);
        var smallOnes = Share(ruleset.Children, children, young, count.FreeChildren, count.PaidChildren);
        return bigOnes is { } a && smallOnes is { } c ? new(a.Free, a.Paid, c.Free, c.Paid, young) : null;
    }

    /// <summary>The most guests at one entry. Where the young are free, their number is not known before it is said.</summary>
    internal static int Most(GuestRule? rule, int freeUsed, int paidUsed)
    {
        if (rule is null)
        {
            return 0;
        }

        var free = rule.Free is null ? 0 : EntryCount.Left(rule.Free.Most, freeUsed);
        var paid = rule.Paid is null ? 0 : EntryCount.Left(rule.Paid.Most, paidUsed);
        return free is null || paid is null || rule.FreeUnderAge is not null
            ? rule.MostPerFlight
            : (int)Math.Min(rule.MostPerFlight, (long)free.Value + paid.Value);
    }

    private static (int Free, int Paid)? Share(GuestRule? rule, int guests, int young, int freeUsed, int paidUsed)
    {
        if (guests < 0 || guests > (rule?.MostPerFlight ?? 0))
        {
            return null;
        }

        var counted = guests - young;
        var free = rule?.Free is null ? 0 : Math.Min(counted, EntryCount.Left(rule.Free.Most, freeUsed) ?? counted);
        var paid = counted - free;
        var paidLeft = rule?.Paid is null ? 0 : EntryCount.Left(rule.Paid.Most, paidUsed) ?? paid;
        return paid <= paidLeft ? (free, paid) : null;
    }
}
