using Microsoft.Extensions.Time.Testing;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Tests.Sample;

namespace PairingLab.Reports.Tests.Evidence;

/// <summary>The recorder puts what is seen where it belongs.</summary>
public class ScenarioRecorderTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider wall = new(Start);

    [Fact]
    public void What_is_seen_belongs_to_the_step_that_runs()
    {
        var recorder = new ScenarioRecorder(wall, () => null);
        recorder.See(Things.Client());
        recorder.BeginStep("Given", "one");
        recorder.See(Things.Keypad("1"));
        wall.Advance(TimeSpan.FromMilliseconds(7));
        recorder.EndStep(StepOutcome.Passed);
        recorder.BeginStep("When", "two");
        recorder.EndStep(StepOutcome.Passed);

        var evidence = recorder.Finish(Ending(Outcome.Passed));

        evidence.Around.ShouldHaveSingleItem().ShouldBeOfType<PanelSeen>().Device.ShouldBe("client-1");
        evidence.Steps[0].Seen.ShouldHaveSingleItem().Wall.ShouldBe(Start);
        evidence.Steps[0].WallMs.ShouldBe(7);
        evidence.Steps[1].Seen.ShouldBeEmpty();
        evidence.Finished.ShouldBe(Start.AddMilliseconds(7));
        evidence.LabStarted.ShouldBeNull();
    }

    [Fact]
    public void Lab_time_begins_when_there_is_a_lab()
    {
        DateTimeOffset? lab = null;
        var recorder = new ScenarioRecorder(wall, () => lab);
        recorder.BeginStep("Given", "a new installation");
        lab = Start.AddHours(8);
        recorder.EndStep(StepOutcome.Passed);
        lab = Start.AddHours(9);

        var evidence = recorder.Finish(Ending(Outcome.Passed));

        evidence.LabStarted.ShouldBe(Start.AddHours(8));
        evidence.LabFinished.ShouldBe(Start.AddHours(9));
    }

    [Fact]
    public void Steps_that_did_not_run_are_added_and_one_left_open_has_failed()
    {
        var recorder = new ScenarioRecorder(wall, () => Start);
        recorder.BeginStep("Given", "one");
        var planned = new[] { "one", "two" }
            .Select(t => new StepEvidence { Keyword = "Given", Text = t, Outcome = StepOutcome.Skipped }).ToList();

        var steps = recorder.Finish(Ending(Outcome.Failed), planned).Steps;

        steps.Select(s => (s.Text, s.Outcome)).ShouldBe([("one", StepOutcome.Failed), ("two", StepOutcome.Skipped)]);
    }

    [Fact]
    public void Any_thread_may_see()
    {
        var recorder = new ScenarioRecorder(wall, () => Start);
        recorder.BeginStep("When", "all look");
        Parallel.For(0, 1000, _ => recorder.See(Things.Display(1, 2)));
        recorder.EndStep(StepOutcome.Passed);
        recorder.Finish(Ending(Outcome.Passed)).Steps[0].Seen.Count.ShouldBe(1000);
    }

    private static ScenarioEvidence Ending(Outcome outcome) =>
        new() { FeaturePath = "a.feature", Feature = "a", Name = "a", Outcome = outcome };
}
