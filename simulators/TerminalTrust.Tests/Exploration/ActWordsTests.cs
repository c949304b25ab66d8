using FsCheck.Fluent;
using PairingLab.Exploration;

namespace PairingLab.TerminalTrust.Tests.Exploration;

/// <summary>What an exploration finds can be kept as a scenario.</summary>
public sealed class ActWordsTests
{
    [Fact]
    public void Every_step_is_one_of_the_features()
    {
        var told = from kind in Enum.GetValues<ActKind>()
                   from who in Enumerable.Range(0, 4)
                   from choice in Enumerable.Range(0, 31)
                   from words in ActWords.Of(new(kind, who, choice)).Append(ActWords.Beginning)
                   select words;
        FeatureSteps.Without(told, "TerminalTrust", "Commander", "Support").ShouldBeEmpty();
    }

    [Fact]
    public void A_day_that_goes_wrong_is_told_as_a_short_scenario()
    {
        var acts = from kind in Gen.Elements(ActKind.Unpair, ActKind.Wait) select new Act(kind, 0, 1);
        var wrong = Should.Throw<InvalidOperationException>(() => RandomDays.Live(
            acts,
            20..30,
            5,
            day => day.Any(a => a.Kind == ActKind.Unpair) ? throw new InvalidOperationException("wrong") : [],
            ActWords.Told));
        wrong.Message.ShouldEndWith(
            "    Scenario: What an exploration found\n      " + ActWords.Beginning
            + "\n      When the operator unpairs kiosk-1\n");
    }
}
