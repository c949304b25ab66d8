using FsCheck.Fluent;
using PairingLab.Exploration;

namespace PairingLab.SmartConnect.Tests.Exploration;

/// <summary>What an exploration finds can be kept as a scenario.</summary>
public sealed class ActWordsTests
{
    [Fact]
    public void Every_step_is_one_of_the_features()
    {
        var told = from kind in Enum.GetValues<ActKind>()
                   from device in Enumerable.Range(0, 4)
                   from register in Enumerable.Range(0, 6)
                   from choice in Enumerable.Range(0, 31)
                   from words in ActWords.Of(new(kind, device, register, choice)).Append(ActWords.Beginning)
                   select words;
        FeatureSteps.Without(told, "SmartConnect", "Commander", "Support").ShouldBeEmpty();
    }

    [Fact]
    public void A_day_that_goes_wrong_is_told_as_a_short_scenario()
    {
        var acts = from kind in Gen.Elements(ActKind.Pay, ActKind.Wait) select new Act(kind, 0, 0, 1);
        var wrong = Should.Throw<InvalidOperationException>(() => RandomDays.Live(
            acts,
            20..30,
            5,
            day => day.Any(a => a.Kind == ActKind.Pay) ? throw new InvalidOperationException("wrong") : [],
            ActWords.Told));
        wrong.Message.ShouldEndWith(
            "    Scenario: What an exploration found\n      " + ActWords.Beginning
            + "\n      When register-1 submits a payment of 10.00\n");
    }
}
