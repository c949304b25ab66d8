using FsCheck.Fluent;
using PairingLab.Exploration;

namespace PairingLab.AccessControl.Tests.Exploration;

/// <summary>What an exploration finds can be kept as a scenario.</summary>
public sealed class ActWordsTests
{
    [Fact]
    public void Every_step_is_one_of_the_features()
    {
        var told = from kind in Enum.GetValues<ActKind>()
                   from who in Enumerable.Range(0, 3)
                   from device in Enumerable.Range(0, 3)
                   from adults in Enumerable.Range(0, 4)
                   from words in ActWords.Of(new(kind, who, device, adults, 300))
                   select words;
        FeatureSteps.Without(told.Concat(ActWords.Beginning), "AccessControl", "Commander", "Support").ShouldBeEmpty();
    }

    [Fact]
    public void A_day_that_goes_wrong_is_told_as_a_short_scenario()
    {
        var acts = from kind in Gen.Elements(ActKind.Enter, ActKind.Wait) select new Act(kind, 0, 0, 0, 300);
        var wrong = Should.Throw<InvalidOperationException>(() => RandomDays.Live(
            acts,
            20..30,
            5,
            day => day.Any(a => a.Kind == ActKind.Enter) ? throw new InvalidOperationException("wrong") : [],
            ActWords.Told));
        wrong.Message.ShouldContain("    Scenario: What an exploration found\n      Given MACS with a lounge and a fast line\n");
        wrong.Message.ShouldEndWith("      Given macs-3 is paired\n      When Anna enters at macs-1\n");
    }
}
