using FsCheck.Fluent;
using PairingLab.Exploration;

namespace PairingLab.Commander.Tests.Exploration;

/// <summary>What an exploration finds can be kept as a scenario.</summary>
public sealed class ActWordsTests
{
    [Fact]
    public void Every_step_is_one_of_the_features()
    {
        var told = from kind in Enum.GetValues<ActKind>()
                   from who in Enumerable.Range(0, 6)
                   from choice in Enumerable.Range(0, 12)
                   from words in ActWords.Of(new(kind, who, choice)).Append(ActWords.Beginning)
                   select words;
        FeatureSteps.Without(told, "Commander", "Support").ShouldBeEmpty();
    }

    [Fact]
    public void A_day_that_goes_wrong_is_told_as_a_short_scenario()
    {
        var acts = from kind in Gen.Elements(ActKind.Sell, ActKind.PressOk, ActKind.CutCable) select new Act(kind, 0, 1);
        var wrong = Should.Throw<InvalidOperationException>(() => RandomDays.Live(
            acts,
            20..30,
            5,
            day => day.Any(a => a.Kind == ActKind.Sell) ? throw new InvalidOperationException("sold") : [],
            ActWords.Told));
        wrong.Message.ShouldEndWith(
            "    Scenario: What an exploration found\n      Given a new installation\n      When pos-1 makes a sale\n");
        wrong.Message.ShouldContain("sold");
    }
}
