using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Tests.Engine;

/// <summary>
/// The rules of the engine once more, plain and slow: each question is answered by looking at everything again, with card numbers
/// as texts. Written from the Access Control description and docs/protocols/access-control.md, not from the engine.
/// </summary>
internal sealed record PlainRules(
    IReadOnlyList<Ruleset> Rulesets, IReadOnlyList<IssuerRange> Issuers, IReadOnlyList<Location> Locations,
    IReadOnlyDictionary<string, decimal> Rates)
{
    public PlainAnswer Decide(string pan, Tap tap)
    {
        var location = Locations.SingleOrDefault(l => l.Id == tap.LocationId);
        if (location is null)
        {
            return new("refused", 0, Rule.NoRuleset, 0, 0, 0, 0);
        }

        var here = tap.Entries.Where(e => e.LocationId == location.Id && !e.Reversed).ToList();
        if (location.CooldownMinutes is { } cooldown && here.Exists(e => tap.At - e.At < TimeSpan.FromMinutes(cooldown)))
        {
            return new("refused", 0, Rule.Cooldown, 0, 0, 0, 0);
        }

        var answers = (
            from ruleset in Rulesets
            orderby ruleset.Priority, ruleset.Id
            where Applies(ruleset, pan, tap.Product, location, tap.At)
            select Answer(ruleset, tap)).ToList();
        return answers.Find(a => a.Verdict == "free")
            ?? answers.Find(a => a.Verdict == "paid")
            ?? answers.FirstOrDefault()
            ?? new("refused", 0, Rule.NoRuleset, 0, 0, 0, 0);
    }

    private static bool IsIn(BinRange range, string pan) =>
        string.CompareOrdinal(pan.PadRight(19, '0'), range.Low.PadRight(19, '0')) >= 0
        && string.CompareOrdinal(pan.PadRight(19, '0'), range.High.PadRight(19, '9')) <= 0;

    private bool Applies(Ruleset ruleset, string pan, string? product, Location location, DateTimeOffset at)
    {
        var issuer = Issuers.SingleOrDefault(i => IsIn(i.Range, pan));
        var isProduct = product ?? issuer?.Product;
        var conditions = new[]
        {
            ruleset.ValidFrom <= at,
            at < ruleset.ValidTo,
            ruleset.Countries.Length == 0 || ruleset.Countries.Any(c => c == issuer?.Country)
            || (issuer is null && ruleset.Icas.Any(i => i.Ranges.Any(r => IsIn(r, pan)))),
            ruleset.Products.Length == 0 || ruleset.Products.Any(p => p == isProduct),
            ruleset.Icas.Length == 0
            || ruleset.Icas.Any(i => i.Ranges.Length == 0 ? i.Ica == issuer?.Ica
                : (issuer is null || i.Ica == issuer.Ica) && i.Ranges.Any(r => IsIn(r, pan))),
            ruleset.Services.Length == 0 || ruleset.Services.Any(s => s == location.Service),
            ruleset.LocationCountries.Length == 0 || ruleset.LocationCountries.Any(c => c == location.Country),
            ruleset.Locations.Length == 0 || ruleset.Locations.Any(l => l == location.Id),
        };
        return conditions.All(c => c);
    }

    private PlainAnswer Answer(Ruleset ruleset, Tap tap)
    {
        PlainAnswer Refused(Rule rule) => new("refused", ruleset.Id, rule, 0, 0, 0, 0);
        var counted = Counted(ruleset, tap);
        if (ruleset.MostUsages is { } total && (tap.Usages.TryGetValue(ruleset.Id, out var used) ? used : 0) >= total)
        {
            return Refused(Rule.TotalUsage);
        }

        if (ruleset.Rpm && !(tap.RpmAllows ?? false))
        {
            return Refused(Rule.Rpm);
        }

        if (ruleset.Spend is { } spend && (tap.Spending is null || !HasSpent(spend, tap.Spending, tap.At)))
        {
            return Refused(Rule.Spend);
        }

        if (counted.Count(e => e.LocationId == tap.LocationId) >= (ruleset.Cardholder.MostPerLocation ?? int.MaxValue))
        {
            return Refused(Rule.UsagePerLocation);
        }

        var free = Left(ruleset.Cardholder.Free is not null, ruleset.Cardholder.Free?.Most, counted.Count(e => !e.Paid));
        var paid = Left(ruleset.Cardholder.Paid is not null, ruleset.Cardholder.Paid?.Most, counted.Count(e => e.Paid));
        var adults = Most(ruleset.Adults, counted.Sum(e => e.Guests.FreeAdults), counted.Sum(e => e.Guests.PaidAdults));
        var children = Most(ruleset.Children, counted.Sum(e => e.Guests.FreeChildren), counted.Sum(e => e.Guests.PaidChildren));
        if (free != 0)
        {
            return new("free", ruleset.Id, Rule.FreeEntries, free, paid, adults, children);
        }

        return paid != 0
            ? new("paid", ruleset.Id, Rule.PaidEntries, free, paid, adults, children)
            : Refused(ruleset.Cardholder.Paid is null ? Rule.FreeEntries : Rule.PaidEntries);
    }

    /// <summary>Seats one guest after the other: each takes the cheapest place that there still is.</summary>
    public static GuestCount? Split(Ruleset ruleset, Tap tap, int adults, int children, IReadOnlyList<int> ages)
    {
        var counted = Counted(ruleset, tap);
        var grown = Seat(ruleset.Adults, adults, [], counted.Sum(e => e.Guests.FreeAdults), counted.Sum(e => e.Guests.PaidAdults));
        var small = Seat(ruleset.Children, children, ages, counted.Sum(e => e.Guests.FreeChildren),
            counted.Sum(e => e.Guests.PaidChildren));
        return grown is null || small is null ? null
            : new(grown.Count(s => s == 'f'), grown.Count(s => s == 'p'), small.Count(s => s == 'f'), small.Count(s => s == 'p'),
                small.Count(s => s == 'y'));
    }

    /// <summary>A letter for each guest: young, free, paid; null when one of them has no place.</summary>
    private static string? Seat(GuestRule? rule, int guests, IReadOnlyList<int> ages, int freeUsed, int paidUsed)
    {
        var seated = "";
        for (var guest = 0; guest < guests; guest++)
        {
            var place = rule is null || guest == rule.MostPerFlight ? 'n'
                : guest < ages.Count && ages[guest] < (rule.FreeUnderAge ?? 0) ? 'y'
                : Left(rule.Free is not null, rule.Free?.Most, freeUsed + seated.Count(s => s == 'f')) != 0 ? 'f'
                : Left(rule.Paid is not null, rule.Paid?.Most, paidUsed + seated.Count(s => s == 'p')) != 0 ? 'p'
                : 'n';
            if (place == 'n')
            {
                return null;
            }

            seated += place;
        }

        return seated;
    }

    private static List<Entry> Counted(Ruleset ruleset, Tap tap) => [.. tap.Entries
        .Where(e => !e.Reversed && e.RulesetId == ruleset.Id)
        .Where(e => ruleset.Cardholder.PeriodDays is not { } days || tap.At - e.At < TimeSpan.FromDays(days))];

    private static int? Left(bool offered, int? most, int used) =>
        !offered ? 0 : most is null ? null : most.Value > used ? most.Value - used : 0;

    private static int Most(GuestRule? rule, int free, int paid)
    {
        if (rule is null)
        {
            return 0;
        }

        var freeLeft = Left(rule.Free is not null, rule.Free?.Most, free) ?? 1_000_000;
        var paidLeft = Left(rule.Paid is not null, rule.Paid?.Most, paid) ?? 1_000_000;
        return rule.FreeUnderAge is null ? Math.Min(rule.MostPerFlight, freeLeft + paidLeft) : rule.MostPerFlight;
    }

    /// <summary>Looks at every minute of the grace period, one after the other.</summary>
    private bool HasSpent(SpendRule rule, IReadOnlyList<Transaction> transactions, DateTimeOffset at)
    {
        // In the required currency nothing needs a rate; everything else needs both.
        var (needed, isRated) = (rule.Amount.Currency, Rates.ContainsKey(rule.Amount.Currency));
        var rate = isRated ? Rates[needed] : 1;
        var now = new DateTimeOffset(at.Year, at.Month, at.Day, at.Hour, at.Minute, 0, at.Offset);
        var counting = transactions
            .Where(t => rule.Mccs.Length == 0 || rule.Mccs.Contains(t.Mcc))
            .Where(t => t.Currency == needed || (isRated && Rates.ContainsKey(t.Currency)))
            .Where(t => Whole(t.At) <= now)
            .Select(t => (At: Whole(t.At), Worth: t.Amount * (t.Currency == needed ? rate : Rates[t.Currency])))
            .ToList();
        for (var end = now.AddDays(-rule.GraceDays); end <= now; end = end.AddMinutes(1))
        {
            var from = end.AddDays(-rule.PeriodDays);
            if (counting.Where(t => t.At >= from && t.At <= end).Sum(t => t.Worth) >= rule.Amount.Amount * rate)
            {
                return true;
            }
        }

        return false;
    }

    private static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerMinute));
}
