using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Tests;

/// <summary>What is new of a scenario since it ran last.</summary>
public class RunHistoryTests
{
    [Theory]
    [InlineData("", Outcome.Failed, Change.None)]
    [InlineData("P", Outcome.Failed, Change.NewlyFailed)]
    [InlineData("FP", Outcome.Error, Change.NewlyFailed)]
    [InlineData("PF", Outcome.Failed, Change.StillFailed)]
    [InlineData("PE", Outcome.Failed, Change.StillFailed)]
    [InlineData("FS", Outcome.Failed, Change.StillFailed)]
    [InlineData("PF", Outcome.Passed, Change.Mended)]
    [InlineData("FSS", Outcome.Passed, Change.Mended)]
    [InlineData("FP", Outcome.Passed, Change.None)]
    [InlineData("PF", Outcome.Skipped, Change.None)]
    public void A_result_is_held_against_the_last_run_that_judged_it(string past, Outcome now, Change change) =>
        History(past.Select(p => (OutcomeOf(p), 1.0))).ChangeOf(Result([now], 1)).ShouldBe(change);

    [Fact]
    public void A_scenario_that_passed_only_again_is_flaky_whatever_it_was() =>
        History([(Outcome.Failed, 1)]).ChangeOf(Result([Outcome.Failed, Outcome.Passed], 1)).ShouldBe(Change.Flaky);

    [Theory]
    [InlineData(4.1, 5, Change.Slower)]
    [InlineData(3.9, 5, Change.None)]
    [InlineData(4.1, 4, Change.None)]
    public void Slower_is_more_than_twice_the_median_of_five(double seconds, int runs, Change change) =>
        History(Enumerable.Repeat((Outcome.Passed, 2.0), runs)).ChangeOf(Result([Outcome.Passed], seconds)).ShouldBe(change);

    [Fact]
    public void A_short_scenario_is_not_slower_by_less_than_a_second() =>
        History(Enumerable.Repeat((Outcome.Passed, 0.1), 9)).ChangeOf(Result([Outcome.Passed], 0.9)).ShouldBe(Change.None);

    [Fact]
    public void A_damaged_history_is_none()
    {
        var folder = Directory.CreateTempSubdirectory("pairinglab-history-");
        File.WriteAllText(Path.Combine(folder.FullName, "history.json"), "{");
        RunHistory.Read(folder).Scenarios.ShouldBeEmpty();
        History([(Outcome.Flaky, 1)]).Write(folder);
        RunHistory.Read(folder).Of(Result([Outcome.Passed], 1).Evidence).ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Flaky);
        folder.Delete(recursive: true);
    }

    private static Outcome OutcomeOf(char letter) => letter switch
    {
        'P' => Outcome.Passed,
        'F' => Outcome.Failed,
        'E' => Outcome.Error,
        _ => Outcome.Skipped,
    };

    private static RunHistory History(IEnumerable<(Outcome Outcome, double Seconds)> past) => new(
        new Dictionary<string, IReadOnlyList<PastResult>>(StringComparer.Ordinal)
        {
            [RunHistory.KeyOf(Evidence(Outcome.Passed, 1, 0))] = [.. past.Select((p, i) => new PastResult($"{i}", p.Outcome, p.Seconds))],
        });

    private static ScenarioResult Result(Outcome[] attempts, double seconds) =>
        ScenarioResult.Of(attempts.Select((a, i) => new ReadScenario($"{i}", Evidence(a, seconds, i)))).ShouldHaveSingleItem();

    private static ScenarioEvidence Evidence(Outcome outcome, double seconds, int attempt) => new()
    {
        FeaturePath = "a.feature",
        Feature = "a",
        Name = "b",
        Line = 3,
        Outcome = outcome,
        Started = DateTimeOffset.UnixEpoch.AddMinutes(attempt),
        Finished = DateTimeOffset.UnixEpoch.AddMinutes(attempt).AddSeconds(seconds),
    };
}
