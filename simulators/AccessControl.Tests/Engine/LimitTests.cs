using PairingLab.AccessControl.Engine;
using static PairingLab.AccessControl.Tests.Engine.OneRule;

namespace PairingLab.AccessControl.Tests.Engine;

/// <summary>Limits of entries: free, paid, in a period, at a location, of all cards, and the cooldown.</summary>
public sealed class LimitTests
{
    private static readonly PaidEntries Paid = new(new(25.50m, "EUR"), 1);

    [Theory]
    [InlineData(0, Verdict.Free, 2)]
    [InlineData(1, Verdict.Free, 1)]
    [InlineData(2, Verdict.Refused, 0)]
    public void Number_of_free_invitations(int used, Verdict verdict, int left)
    {
        var decision = new OneRule { Entries = Used(used) }.Tap();
        (decision.Verdict, decision.Rule, decision.FreeLeft).ShouldBe((verdict, Rule.FreeEntries, left));
    }

    [Fact]
    public void Free_invitations_can_be_unlimited()
    {
        var decision = new OneRule { Ruleset = Gold with { Cardholder = new(new(null), null) }, Entries = Used(500) }.Tap();
        (decision.Verdict, decision.FreeLeft).ShouldBe((Verdict.Free, null));
    }

    [Fact]
    public void A_paid_entry_has_its_fee()
    {
        var decision = new OneRule { Ruleset = Gold with { Cardholder = new(null, Paid) } }.Tap();
        (decision.Verdict, decision.Fee, decision.PaidLeft).ShouldBe((Verdict.Paid, new Price(25.50m, "EUR"), 1));
    }

    [Fact]
    public void Once_all_free_entries_are_used_the_paid_rule_applies_by_itself_and_then_nothing()
    {
        var both = Gold with { Cardholder = new(new(2), Paid) };
        new OneRule { Ruleset = both, Entries = Used(1) }.Tap().Verdict.ShouldBe(Verdict.Free);
        new OneRule { Ruleset = both, Entries = Used(2) }.Tap().Verdict.ShouldBe(Verdict.Paid);
        var decision = new OneRule { Ruleset = both, Entries = [.. Used(2), Entry(Now.AddHours(-1), paid: true)] }.Tap();
        (decision.Verdict, decision.Rule).ShouldBe((Verdict.Refused, Rule.PaidEntries));
    }

    [Fact]
    public void A_paid_entry_takes_no_free_one() =>
        new OneRule { Entries = [Entry(Now.AddHours(-1), paid: true), Entry(Now.AddHours(-2), paid: true)] }.Tap().FreeLeft.ShouldBe(2);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(0, 2)]
    [InlineData(-1, 1)]
    public void An_entry_counts_until_its_period_is_over(int secondsBeforeTheEdge, int left) =>
        new OneRule
        {
            Ruleset = Gold with { Cardholder = new(new(2), null, PeriodDays: 30) },
            Entries = [Entry(Now.AddDays(-30).AddSeconds(-secondsBeforeTheEdge))]
        }
            .Tap().FreeLeft.ShouldBe(left);

    [Theory]
    [InlineData("WAW-1", 1, Verdict.Free)]
    [InlineData("WAW-1", 2, Verdict.Refused)]
    [InlineData("KRK-1", 2, Verdict.Free)]
    public void Number_of_usage_per_each_location(string location, int used, Verdict verdict)
    {
        var entries = Enumerable.Range(1, used).Select(i => Entry(Now.AddHours(-i), location: location)).ToList();
        new OneRule { Ruleset = Gold with { Cardholder = new(new(9), null, MostPerLocation: 2) }, Entries = entries }.Tap()
            .Verdict.ShouldBe(verdict);
    }

    [Theory]
    [InlineData(99, Verdict.Free)]
    [InlineData(100, Verdict.Refused)]
    public void Total_number_of_usage(int used, Verdict verdict) =>
        new OneRule { Ruleset = Gold with { MostUsages = 100 }, Usages = used }.Tap().Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData(null, Verdict.Refused)]
    [InlineData(false, Verdict.Refused)]
    [InlineData(true, Verdict.Free)]
    public void With_the_RPM_ruleset_the_external_rules_decide_too(bool? allows, Verdict verdict) =>
        new OneRule { Ruleset = Gold with { Rpm = true }, RpmAllows = allows }.Tap().Verdict.ShouldBe(verdict);

    [Fact]
    public void A_reversed_entry_does_not_count()
    {
        var entries = Used(2).ConvertAll(e => e with { Reversed = true });
        var location = new Location("WAW-1", "POL", Service.Lounge, CooldownMinutes: 600);
        new OneRule
        {
            Entries = entries,
            Location = location,
            Ruleset = Gold with { Cardholder = new(new(2), null, MostPerLocation: 1) }
        }.Tap().FreeLeft.ShouldBe(2);
    }

    [Fact]
    public void An_entry_of_another_ruleset_does_not_count() =>
        new OneRule { Entries = Used(2).ConvertAll(e => e with { RulesetId = 7 }) }.Tap().FreeLeft.ShouldBe(2);

    [Theory]
    [InlineData(-60, Rule.Cooldown)] // reported by a device whose clock is ahead
    [InlineData(0, Rule.Cooldown)]
    [InlineData(1799, Rule.Cooldown)]
    [InlineData(1800, Rule.FreeEntries)]
    public void Cooldown_at_the_same_location(int secondsLater, Rule rule) =>
        Cooling("WAW-1").Tap(Now.AddSeconds(secondsLater)).Rule.ShouldBe(rule);

    [Fact]
    public void A_visit_elsewhere_does_not_start_the_cooldown() => Cooling("KRK-1").Tap(Now.AddSeconds(1)).Rule.ShouldBe(Rule.FreeEntries);

    private static OneRule Cooling(string visited) =>
        new() { Location = new("WAW-1", "POL", Service.Lounge, CooldownMinutes: 30), Entries = [Entry(Now, location: visited)] };

    private static List<Entry> Used(int times) => [.. Enumerable.Range(1, times).Select(i => Entry(Now.AddHours(-i)))];
}
