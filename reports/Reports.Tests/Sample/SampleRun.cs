using Microsoft.Extensions.Time.Testing;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Reports.Tests.Sample;

/// <summary>
/// A run with a scenario of every outcome and a thing of every kind seen, in a temporary folder. Set
/// PAIRINGLAB_SAMPLE_REPORT to a folder to keep it there and look at it.
/// </summary>
internal sealed class SampleRun : IDisposable
{
    public const string Otp = "7E4281";

    private static readonly DateTimeOffset Wall = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Lab = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider wall = new(Wall);
    private readonly bool keep;
    private FakeTimeProvider lab = new(Lab);

    public SampleRun()
    {
        var kept = Environment.GetEnvironmentVariable("PAIRINGLAB_SAMPLE_REPORT");
        keep = kept is not null;
        Folder = new DirectoryInfo(kept ?? Path.Combine(Path.GetTempPath(), $"pairinglab-report-{Guid.NewGuid():N}"));
        Evidence = new EvidenceFolder(Folder);
        Feature = Feature.Parse(SampleFeature.Path, SampleFeature.Content);
    }

    public DirectoryInfo Folder { get; }

    public EvidenceFolder Evidence { get; }

    public Feature Feature { get; }

    public RunEvidence Run => new()
    {
        Id = "2026-03-02T09-30-00",
        Started = Wall,
        Finished = Wall.AddSeconds(41),
        Seed = 20260302,
        Bench = "front desk",
        Through = "wire",
        ToolVersion = "0.1.0",
        Machine = "lab-07, Debian 13",
        CommandLine = "run-lab run --bench lab-config/benches/front-desk.json",
        FeatureRoot = "features",
        ScenariosFound = Feature.Pickles.Count,
        Planned = [.. Feature.Pickles.Select(p => new PlannedScenario(p.Path, p.Line, p.Name))],
        Devices =
        [
            new DeviceEvidence("display-1", "commander-display", DeviceReality.Real),
            new DeviceEvidence("client-1", "configuration-client", DeviceReality.Operator),
            new DeviceEvidence("pos-1", "pos-workstation", DeviceReality.Simulated),
        ],
    };

    /// <summary>Writes all evidence.</summary>
    public SampleRun Write()
    {
        Evidence.WriteRun(Run);
        Evidence.KeepFeature(SampleFeature.Path, SampleFeature.Content);
        Pairs();
        Aged(1, Outcome.Passed);
        Aged(2, Outcome.Failed);
        Refused();
        Skipped();
        LabError();
        return this;
    }

    public void Dispose()
    {
        if (!keep && Folder.Exists)
        {
            Folder.Delete(recursive: true);
        }
    }

    private ScenarioRecorder Begin()
    {
        lab = new FakeTimeProvider(Lab);
        return new ScenarioRecorder(wall, () => lab.GetUtcNow());
    }

    private void Pass(double wallMs, double labSeconds)
    {
        wall.Advance(TimeSpan.FromMilliseconds(wallMs));
        lab.Advance(TimeSpan.FromSeconds(labSeconds));
    }

    private void Step(ScenarioRecorder scenario, PickleStep step, StepOutcome outcome, double labSeconds, params Seen[] seen)
    {
        scenario.BeginStep(step.Source.Keyword.Trim(), step.Text, step.Table, step.DocString);
        Pass(12.4, labSeconds);
        foreach (var one in seen)
        {
            scenario.See(one);
        }

        scenario.EndStep(outcome);
    }

    private void End(ScenarioRecorder scenario, Pickle pickle, Outcome outcome, string? reason = null, ScenarioError? error = null)
    {
        Pass(3, 0);
        var ending = new ScenarioEvidence
        {
            FeaturePath = pickle.Path,
            Feature = pickle.FeatureName,
            Rule = pickle.Rule?.Name,
            Name = pickle.Name,
            Line = pickle.Line,
            Tags = [.. pickle.Tags.Select(t => t.Name)],
            Arguments = [.. pickle.Arguments.Select(a => new ExampleArgument(a.Key, a.Value))],
            Outcome = outcome,
            Reason = reason,
            Error = error,
        };
        Evidence.Add(scenario.Finish(ending, Planned(pickle)), scenario.Secrets);
    }

    private static List<StepEvidence> Planned(Pickle pickle) => [.. pickle.Steps.Select(s => new StepEvidence
    {
        Keyword = s.Source.Keyword.Trim(),
        Text = s.Text,
        Table = s.Table,
        DocString = s.DocString,
        Outcome = StepOutcome.Skipped,
    })];

    private void Pairs()
    {
        var pickle = Feature.Pickles[0];
        var scenario = Begin();
        scenario.Secrets.Add(Otp);
        Step(scenario, pickle.Steps[0], StepOutcome.Passed, 0, Things.Workstation("read", "Not paired"));
        Step(scenario, pickle.Steps[1], StepOutcome.Passed, 1, Things.Client(), Things.Exchange(Otp));
        Step(scenario, pickle.Steps[2], StepOutcome.Passed, 3, Things.Display(0x07, 0xF9), Things.Display(0x66, 0x5B),
            Things.Display(0x66, 0x5B), Things.Display(0x7F, 0x06), Things.Sentence("$PLDSP,0042,07,F9*72"),
            Things.Sentence("$PLDSP,0043,66,5B*0A"), Things.Sentence("$PLDSP,0044,66,\u0001B*0A", "the checksum is 3C, not 0A"));
        Step(scenario, pickle.Steps[3], StepOutcome.Passed, 6, Things.Keypad(Otp));
        Step(scenario, pickle.Steps[4], StepOutcome.Passed, 1, Things.Workstation("read", "Paired"), Things.Workstation("read", "Paired"));
        End(scenario, pickle, Outcome.Passed);
    }

    private void Aged(int index, Outcome outcome)
    {
        var pickle = Feature.Pickles[index];
        var scenario = Begin();
        scenario.Secrets.Add(Otp);
        Step(scenario, pickle.Steps[0], StepOutcome.Passed, index == 1 ? 119 : 121, Things.Keypad(Otp), Things.Exchange(Otp));
        var failed = outcome == Outcome.Failed;
        Step(scenario, pickle.Steps[1], failed ? StepOutcome.Failed : StepOutcome.Passed, 5, Things.Workstation("read", "Paired"));
        if (failed)
        {
            scenario.See(new FileSeen { Name = Evidence.KeepFile("pos-1.png", Things.Picture(), new()), Caption = "pos-1 when it failed" });
            scenario.See(new FileSeen { Name = Evidence.KeepFile("trace.zip", [1], new()), Caption = "Playwright trace" });
        }

        var message = $"pos-1 did not show \"OTP expired\" within 5s after {Otp} was entered.\n"
            + "Last seen: pos-1 shows 'Workstation': Paired | Site 4711 buttons [Start sale]";
        var error = new ScenarioError(
            message, "   at PairingLab.Features.Commander.PairingSteps.Shows(String text)", "Then " + pickle.Steps[1].Text);
        End(scenario, pickle, outcome, error: failed ? error : null);
    }

    private void Refused()
    {
        var pickle = Feature.Pickles[3];
        var scenario = Begin();
        Step(scenario, pickle.Steps[0], StepOutcome.Passed, 2, Things.Keypad("000000"));
        Step(scenario, pickle.Steps[1], StepOutcome.Passed, 0, Things.Workstation("read", "Wrong OTP"), new AttestationSeen
        {
            Device = "client-1",
            Question = "Does the Configuration Client still offer [Revoke All Trust]?",
            Answer = "pass",
        });
        End(scenario, pickle, Outcome.Passed);
    }

    private void Skipped() => End(
        Begin(), Feature.Pickles[4], Outcome.Skipped, "the display of this bench is simulated, and the scenario wants a real one");

    private void LabError()
    {
        var error = new ScenarioError(
            "No browser was found: neither chromium nor google-chrome is on the path.", null, "Before the scenario");
        End(Begin(), Feature.Pickles[5], Outcome.Error, error: error);
    }
}
