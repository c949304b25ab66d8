using FsCheck;
using FsCheck.Fluent;
using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Tests.Engine;

/// <summary>The engine against the plain rules, over rules and taps at random.</summary>
public sealed class EngineProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(4_000);

    [Fact]
    public void The_engine_decides_as_the_plain_rules_do() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var sample = new Sample(seed);
            var plain = new PlainRules(sample.Rulesets(), sample.Issuers(), sample.Locations(), sample.Rates);
            var book = new RuleBook(plain.Rulesets, plain.Issuers, plain.Locations, plain.Rates);
            var pan = sample.Pan();
            var tap = sample.Tap(pan);
            PlainAnswer.Of(book.Decide(tap)).ShouldBe(plain.Decide(pan, tap), $"seed {seed}");
        }).Check(Runs);

    [Fact]
    public void Guests_pay_as_the_plain_rules_say() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var (ruleset, tap, (adults, children, ages)) = Party(seed);
            Guests.Split(ruleset, tap.Entries, tap.LocationId, tap.At, adults, children, ages)
                .ShouldBe(PlainRules.Split(ruleset, tap, adults, children, ages), $"seed {seed}");
        }).Check(Runs);

    /// <summary>Or the comparison would compare parties that are not let in, and lonely ones.</summary>
    [Fact]
    public void Samples_reach_every_way_to_pay()
    {
        var split = Enumerable.Range(0, 4_000).Select(Party)
            .Select(p => Guests.Split(p.Ruleset, p.Tap.Entries, p.Tap.LocationId, p.Tap.At, p.Guests.Adults, p.Guests.Children,
                p.Guests.Ages)).ToList();
        split.ShouldContain(s => s == null);
        split.ShouldContain(s => s.HasValue && s.Value.FreeAdults > 0 && s.Value.PaidAdults > 0);
        split.ShouldContain(s => s.HasValue && s.Value.FreeChildren > 0 && s.Value.PaidChildren > 0 && s.Value.YoungChildren > 0);
    }

    /// <summary>Or the comparison would compare refusals only.</summary>
    [Fact]
    public void Samples_reach_every_rule_and_verdict()
    {
        var seen = new HashSet<(Verdict, Rule)>();
        for (var seed = 0; seed < 4_000; seed++)
        {
            var sample = new Sample(seed);
            var book = new RuleBook(sample.Rulesets(), sample.Issuers(), sample.Locations(), sample.Rates);
            var decision = book.Decide(sample.Tap(sample.Pan()));
            seen.Add((decision.Verdict, decision.Rule));
        }

        seen.ShouldBe(
            [
                (Verdict.Refused, Rule.NoRuleset), (Verdict.Refused, Rule.Cooldown), (Verdict.Refused, Rule.TotalUsage),
                (Verdict.Refused, Rule.Rpm),
                (Verdict.Refused, Rule.Spend), (Verdict.Refused, Rule.UsagePerLocation), (Verdict.Refused, Rule.FreeEntries),
                (Verdict.Refused, Rule.PaidEntries), (Verdict.Free, Rule.FreeEntries), (Verdict.Paid, Rule.PaidEntries),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void What_applies_is_what_can_decide() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var sample = new Sample(seed);
            var book = new RuleBook(sample.Rulesets(), sample.Issuers(), sample.Locations(), sample.Rates);
            var tap = sample.Tap(sample.Pan());
            var applicable = book.Applicable(tap.Pan, tap.Product, tap.LocationId, tap.At);
            var decision = book.Decide(tap);
            (decision.Ruleset is null || applicable.Contains(decision.Ruleset)).ShouldBeTrue();
            (decision.Rule == Rule.NoRuleset).ShouldBe(applicable.Count == 0 && decision.Rule != Rule.Cooldown);
        }).Check(Runs);

    private static (Ruleset Ruleset, Tap Tap, (int Adults, int Children, List<int> Ages) Guests) Party(int seed)
    {
        var sample = new Sample(seed);
        return (sample.Rulesets()[0], sample.Tap(sample.Pan()), sample.Party());
    }
}
