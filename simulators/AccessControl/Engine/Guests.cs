namespace PairingLab.AccessControl.Engine;

/// <summary>How many guests may enter, and which of them pay.</summary>
public static class Guests
{
    /// <summary>
    /// Which guests of an entry pay: free invitations are used first, then paid ones; children under the free age use none. Null when there
    /// are more guests than the rules allow.
    /// </summary>
    /// <param name="ruleset">The ruleset that let the cardholder in.</param>
    /// <param name="entries">The card's entries before this one.</param>
    /// <param name="locationId">Where.</param>
    /// <param name="at">When.</param>
    /// <param name="adults">Adult guests.</param>
    /// <param name="children">Children, the young ones among them.</param>
    /// <param name="ages">The ages of children that were given; a child without an age is not under any age limit.</param>
    public static GuestCount? Split(
        Ruleset ruleset, IReadOnlyList<Entry> entries, string locationId, DateTimeOffset at, int adults, int children,
        IReadOnlyList<int> ages)
    {
        var count = EntryCount.Of(ruleset, entries, locationId, at).Guests;
        var young = ruleset.Children?.FreeUnderAge is { } age ? Math.Min(children, ages.Count(a => a < age)) : 0;
        var bigOnes = Share(ruleset.Adults, adults, 0, count.FreeAdults, count.PaidAdults);
        var smallOnes = Share(ruleset.Children, children, young, count.FreeChildren, count.PaidChildren);
        return bigOnes is { } a && smallOnes is { } c ? new(a.Free, a.Paid, c.Free, c.Paid, young) : null;
    }

    /// <summary>Which adults and which children can come along, before they are there.</summary>
    public static (GuestOffer Adults, GuestOffer Children) Offers(
        Ruleset ruleset, IReadOnlyList<Entry> entries, string locationId, DateTimeOffset at)
    {
        var count = EntryCount.Of(ruleset, entries, locationId, at).Guests;
        return (Offer(ruleset.Adults, count.FreeAdults, count.PaidAdults), Offer(ruleset.Children, count.FreeChildren, count.PaidChildren));
    }

    private static GuestOffer Offer(GuestRule? rule, int freeUsed, int paidUsed) => rule is null ? new(0, 0, 0, 0) : new(
        Most(rule, freeUsed, paidUsed),
        Most(rule with { FreeUnderAge = null }, freeUsed, paidUsed),
        rule.Free is null ? 0 : EntryCount.Left(rule.Free.Most, freeUsed),
        rule.Paid is null ? 0 : EntryCount.Left(rule.Paid.Most, paidUsed),
        rule.Paid?.Fee,
        rule.FreeUnderAge);

    /// <summary>The most guests at one entry. Where children under an age are free, their number is not known in advance.</summary>
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

/// <summary>The guests that a cardholder can bring.</summary>
/// <param name="Most">The most at this entry, the young ones among them.</param>
/// <param name="MostWithoutAges">The most whose age is not given, or not under the free age.</param>
/// <param name="Free">How many of those are free; null for unlimited.</param>
/// <param name="Paid">How many of those can come for the fee; null for unlimited.</param>
/// <param name="Fee">The fee of one; null when none can be paid for.</param>
/// <param name="FreeUnderAge">Under this age a child is free and uses no invitation; null when no age is free.</param>
public sealed record GuestOffer(int Most, int MostWithoutAges, int? Free, int? Paid, Price? Fee = null, int? FreeUnderAge = null);
