using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Operator;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Features.Support;

/// <summary>Around each run, scenario and step: the bench is set up and cleared away, and all is taken down.</summary>
[Binding]
public sealed class Hooks(IObjectContainer container, ScenarioContext scenario, FeatureContext feature)
{
    /// <summary>The scenario's entry with the word that a step begins with: Given, When, Then, And, But.</summary>
    public const string StepWord = "step word";

    private static readonly string[] PairingSystems = [.. DeviceKinds.All.Select(DeviceKinds.System).Distinct()];
    private static FeatureRun? run;
    private ScenarioRecorder? recorder;
    private RecordingWitness? witness;
    private ScenarioBench? bench;
    private Pickle? pickle;
    private string? lastStep;
    private int stepsBegun;

    /// <summary>Begins the run.</summary>
    [BeforeTestRun]
    public static void BeginRun() => run = FeatureRun.Start();

    /// <summary>Ends the run and writes its report.</summary>
    [AfterTestRun]
    public static async Task EndRun()
    {
        if (run is not null)
        {
            await run.DisposeAsync();
        }
    }

    /// <summary>Gives the scenario its bench.</summary>
    [BeforeScenario]
    public void Begin()
    {
        var of = run!;
        var title = scenario.ScenarioInfo.Title;
        var arguments = scenario.ScenarioInfo.Arguments.Keys.Cast<string>()
            .ToDictionary(k => k, k => scenario.ScenarioInfo.Arguments[k]?.ToString() ?? "", StringComparer.Ordinal);
        pickle = of.Catalogue.Find(feature.FeatureInfo.Title, title, arguments);
        var name = $"{feature.FeatureInfo.Title}/{title}/{string.Join('/', arguments.Values)}";
        var tags = Tags();
        recorder = new(TimeProvider.System, () => bench?.LabNow);
        witness = new(recorder, of.Folder);
        bench = new(of, SystemOf(tags), witness, of.Settings.ThroughBrowser || (tags.Contains("browser") && !tags.Contains("devices-by-wire")), ScenarioSeed.Of(of.Settings.Seed, name));
        container.RegisterInstanceAs(bench);
        if (tags.Contains("time-travel"))
        {
            Skip.If(of.Bench.Clock == BenchClock.Real, "needs to advance the clock, which is real on this bench");
        }
    }

    /// <summary>Takes a step's beginning down.</summary>
    [BeforeStep]
    public void BeginStep()
    {
        var info = scenario.StepContext.StepInfo;
        lastStep = info.Text;
        scenario[StepWord] = Keyword(info);
        recorder!.BeginStep((string)scenario[StepWord], info.Text, Rows(info.Table), info.MultilineText);
    }

    /// <summary>Takes a step's end down.</summary>
    [AfterStep]
    public void EndStep()
    {
        foreach (var exchange in bench!.NewExchanges())
        {
            recorder!.See(exchange);
        }

        // What goes wrong after the last step is not that step's fault.
        lastStep = scenario.StepContext.Status == ScenarioExecutionStatus.OK ? null : lastStep;
        recorder!.EndStep(OutcomeOf(scenario.StepContext.Status));
    }

    /// <summary>Writes the scenario's evidence and clears its bench away.</summary>
    [AfterScenario]
    public async Task End()
    {
        if (recorder is null || bench is null)
        {
            return;
        }

        var error = scenario.TestError;
        if (error is not null and not SkipException and not NotApplicableException)
        {
            await bench.KeepFailureAsync();
        }

        foreach (var exchange in bench.NewExchanges())
        {
            recorder.See(exchange);
        }

        var name = run!.Folder.Add(recorder.Finish(Evidence(error), pickle?.Steps.Select(Planned).ToList() ?? []), recorder.Secrets);
        await bench.DisposeAsync();
        SecretsStayOut.Check(run.Folder, name, witness!);
    }

    // The engine tells only a conjunction's kind; the report shows the word that is written.
    private string Keyword(StepInfo info) => pickle?.Steps.ElementAtOrDefault(stepsBegun++)?.Source.Keyword.Trim() ?? $"{info.StepDefinitionType}";

    private static string SystemOf(string[] tags) =>
        PairingSystems.FirstOrDefault(s => tags.Contains(s)) ?? throw new InvalidOperationException($"the feature has no tag that says its system: @{string.Join(", @", PairingSystems)}");

    private static StepOutcome OutcomeOf(ScenarioExecutionStatus status) => status switch
    {
        ScenarioExecutionStatus.OK => StepOutcome.Passed,
        ScenarioExecutionStatus.UndefinedStep or ScenarioExecutionStatus.StepDefinitionPending or ScenarioExecutionStatus.BindingError => StepOutcome.Undefined,
        ScenarioExecutionStatus.Skipped => StepOutcome.Skipped,
        _ => StepOutcome.Failed,
    };

    private ScenarioEvidence Evidence(Exception? error) => new()
    {
        FeaturePath = pickle?.Path ?? "",
        Feature = feature.FeatureInfo.Title,
        Rule = pickle?.Rule?.Name,
        Name = pickle?.Name ?? scenario.ScenarioInfo.Title,
        Line = pickle?.Line ?? 0,
        Tags = pickle is null ? [.. Tags().Select(t => $"@{t}")] : [.. pickle.Tags.Select(t => t.Name)],
        Arguments = [.. pickle?.Arguments.Select(a => new ExampleArgument(a.Key, a.Value)) ?? []],
        Outcome = Judgement.Of(error, scenario.ScenarioExecutionStatus),
        Reason = error is SkipException or NotApplicableException ? error.Message : null,
        Error = error is null or SkipException or NotApplicableException ? null : new(error.Message, error.StackTrace, lastStep),
    };

    private static StepEvidence Planned(PickleStep step) => new() { Keyword = step.Source.Keyword.Trim(), Text = step.Text, Outcome = StepOutcome.Skipped };

    private static List<IReadOnlyList<string>>? Rows(Table? table) =>
        table is null ? null : [.. table.Rows.Select(r => (IReadOnlyList<string>)[.. r.Values]).Prepend([.. table.Header])];

#if REQNROLL
    private string[] Tags() => scenario.ScenarioInfo.CombinedTags;
#else
    private string[] Tags() => scenario.ScenarioInfo.ScenarioAndFeatureTags;
#endif
}
