using PairingLab.Host.Commands;
using PairingLab.Host.Runs;
using PairingLab.Host.Tests.Commands;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Tests.Runs;

public sealed class ShardTests
{
    private static readonly IReadOnlyList<Pickle> Scenarios = Feature.Parse(
        "a.feature", "Feature: A\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"  Scenario: {i}\n    Given a step\n"))).Pickles;

    [Fact]
    public void Each_scenario_is_in_exactly_one_shard()
    {
        var all = Enumerable.Range(1, 4).SelectMany(i => new Shard(i, 4).Of(Scenarios)).ToList();
        all.Count.ShouldBe(9);
        all.Distinct().Count().ShouldBe(9);
    }

    [Fact]
    public void The_order_in_which_scenarios_come_makes_no_difference() =>
        new Shard(2, 3).Of([.. Scenarios.Reverse()]).Select(s => s.Place).ShouldBe(
            new Shard(2, 3).Of(Scenarios).Select(s => s.Place), ignoreOrder: true);

    [Fact]
    public void Shards_are_even_in_time_and_not_in_number()
    {
        // The first takes as long as all others together.
        var durations = Scenarios.ToDictionary(s => s.Place, s => s == Scenarios[0] ? 8.0 : 1.0, StringComparer.Ordinal);
        new Shard(1, 2) { Durations = durations }.Of(Scenarios).ShouldHaveSingleItem().ShouldBe(Scenarios[0]);
        new Shard(2, 2) { Durations = durations }.Of(Scenarios).Count.ShouldBe(8);
    }

    [Fact]
    public void A_scenario_that_never_ran_takes_as_long_as_the_others_on_average()
    {
        var durations = Scenarios.Skip(1).ToDictionary(s => s.Place, _ => 2.0, StringComparer.Ordinal);
        var shards = new[] { 1, 2, 3 }.Select(i => new Shard(i, 3) { Durations = durations }.Of(Scenarios).Count);
        shards.ShouldBe([3, 3, 3]);
    }

    [Fact]
    public void Durations_are_read_from_the_junit_of_an_earlier_run()
    {
        using var folder = new TestFolder();
        var file = folder.Write("junit.xml", """
            <testsuites><testsuite><testcase name="1" file="features/a.feature" line="2" time="1.500"/></testsuite></testsuites>
            """);
        Shard.ReadDurations(file).ShouldBe(new Dictionary<string, double>(StringComparer.Ordinal) { ["a.feature:2"] = 1.5 });
        var mistake = Should.Throw<CommandException>(() => Shard.ReadDurations(folder.Write("x.xml", "nonsense")));
        mistake.Message.ShouldContain("x.xml is not a junit.xml of an earlier run");
    }

    [Theory]
    [InlineData("1/1", true)]
    [InlineData("5/5", true)]
    [InlineData("0/5", false)]
    [InlineData("6/5", false)]
    [InlineData("-1/5", false)]
    [InlineData("2", false)]
    public void A_part_is_a_number_from_one_to_the_count(string text, bool sound) => (Shard.Parse(text) is not null).ShouldBe(sound);
}
