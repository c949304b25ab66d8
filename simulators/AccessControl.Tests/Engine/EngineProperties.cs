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
                (Verdict.Refused, Rule.NoRuleset), (Verdict.Refused, Rule.Cooldown), (Verdict.Refused, Rule.TotalUsage), (Verdict.Refused, Rule.Rpm),
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
}
