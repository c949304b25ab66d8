namespace PairingLab.AccessControl.Engine;

/// <summary>The evaluation of one ruleset for a tap.</summary>
internal static class RulesetEvaluation
{
    public static Decision Of(Ruleset ruleset, in Tap tap, IReadOnlyDictionary<string, decimal> rates)
    {
        if (ruleset.MostUsages is { } most && tap.Usages.GetValueOrDefault(ruleset.Id) >= most)
        {
            return Refuse(ruleset, Rule.TotalUsage);
        }

        if (ruleset.Rpm && tap.RpmAllows is not true)
        {
            return Refuse(ruleset, Rule.Rpm);
        }

        if (ruleset.Spend is { } spend && !Spending.Suffices(spend, tap.Spending, tap.At, rates))
        {
            return Refuse(ruleset, Rule.Spend);
        }

        var count = EntryCount.Of(ruleset, tap.Entries, tap.LocationId, tap.At);
        var rule = ruleset.Cardholder;
        if (rule.MostPerLocation is { } perLocation && count.Here >= perLocation)
        {
            return Refuse(ruleset, Rule.UsagePerLocation);
        }

        var freeLeft = rule.Free is null ? 0 : EntryCount.Left(rule.Free.Most, count.Free);
        var paidLeft = rule.Paid is null ? 0 : EntryCount.Left(rule.Paid.Most, count.Paid);
        return freeLeft is null or > 0 ? Let(Verdict.Free, Rule.FreeEntries)
            : paidLeft is null or > 0 ? Let(Verdict.Paid, Rule.PaidEntries)
            : Refuse(ruleset, rule.Paid is null ? Rule.FreeEntries : Rule.PaidEntries);

        Decision Let(Verdict verdict, Rule by) => new(
            verdict, ruleset, by, freeLeft, paidLeft,
            Guests.Most(ruleset.Adults, count.Guests.FreeAdults, count.Guests.PaidAdults),
            Guests.Most(ruleset.Children, count.Guests.FreeChildren, count.Guests.PaidChildren));
    }

    private static Decision Refuse(Ruleset ruleset, Rule rule) => new(Verdict.Refused, ruleset, rule);
}
