using FsCheck.Fluent;
using PairingLab.Exploration;

namespace PairingLab.Sci.Tests.Exploration;

/// <summary>What an exploration finds can be kept as a scenario.</summary>
public sealed class ActWordsTests
{
    [Fact]
    public void Every_step_is_one_of_the_features()
    {
        var told = from kind in Enum.GetValues<ActKind>()
                   from terminal in Enumerable.Range(0, 2)
                   from pos in Enumerable.Range(0, 2)
                   from choice in Enumerable.Range(0, 31)
                   from words in ActWords.Of(new(kind, terminal, pos, choice))
                   select words;
        FeatureSteps.Without(told.Concat(ActWords.Beginning), "Sci", "Commander", "Support").ShouldBeEmpty();
    }

    [Fact]
    public void A_day_that_goes_wrong_is_told_as_a_short_scenario()
    {
        var acts = from kind in Gen.Elements(ActKind.Sell, ActKind.Wait) select new Act(kind, 0, 0, 1);
        var wrong = Should.Throw<InvalidOperationException>(() => RandomDays.Live(
            acts,
            20..30,
            5,
            day => day.Any(a => a.Kind == ActKind.Sell) ? throw new InvalidOperationException("wrong") : [],
            ActWords.Told));
        wrong.Message.ShouldEndWith(
            "    Scenario: What an exploration found\n"
            + "      Given a shop with EFTPOS terminals and POSs\n"
            + "      Given eftpos-2 belongs to tenant-2\n"
            + "      When sci-pos-1 sells for 10.00 over \"Bar 1 at 1\"\n");
    }
}
