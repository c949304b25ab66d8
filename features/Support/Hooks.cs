using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Operator;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Gherkin;
using Reqnroll.BoDi;
using Xunit.Sdk;

namespace PairingLab.Features.Support;

/// <summary>Around each run, scenario and step: the bench is set up and cleared away, and all is taken down.</summary>
[Binding]
public sealed class Hooks(IObjectContainer container, ScenarioContext scenario, FeatureContext feature)
{
    /// <summary>The scenario's entry with the word that a step begins with: Given, When, Then, And, But.</summary>
    public const string StepWord = "step word";

    // xUnit.net knows a skip by it.
    private const string DynamicSkipToken = "$XunitDynamicSkip$";

    private static FeatureRun? run;
    private ScenarioRecorder? recorder;
    private RecordingWitness? witness;
    private ScenarioBench? bench;
    private Pickle? pickle;
    private string? lastStep;
    private string? whyLeft;
    private DateTimeOffset began;
    private int stepsBegun;
    private bool holdsHardware;

    /// <summary>Begins the run.</summary>
    [BeforeTestRun(Order = 100)]
    public static void BeginRun() => run = RunSettings.Current.IsDry ? null : FeatureRun.Start();

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
    public async Task Begin()
    {
        var of = run!;
        var title = scenario.ScenarioInfo.Title;
        var arguments = scenario.ScenarioInfo.Arguments.Keys.Cast<string>()
            .ToDictionary(k => k, k => scenario.ScenarioInfo.Arguments[k]?.ToString() ?? "", StringComparer.Ordinal);
        pickle = of.Catalogue.Find(feature.FeatureInfo.Title, title, arguments);
        var name = $"{feature.FeatureInfo.Title}/{title}/{string.Join('/', arguments.Values)}";
        var tags = scenario.ScenarioInfo.CombinedTags;
        if (!of.IsSelected(pickle))
        {
            Assert.Skip("not picked");
        }

        var system = SystemOf(tags, of.Settings.Systems.Kinds.Systems);
        var throughBrowser = of.Settings.ThroughBrowser || (tags.Contains("browser") && !tags.Contains("devices-by-wire"));
        var lacks = Lacks(of, system, tags);
        if (lacks is null && (throughBrowser || tags.Contains("browser")))
        {
            lacks = await of.WhyNoBrowserAsync();
        }

        if (lacks is null && of.Bench.Devices.Any(d => d.Is != DeviceWay.Simulated && of.Settings.Systems.Kinds[d.Kind].System == system))
        {
            // Before the recorder: what a scenario waits for its turn is not its time.
            await of.Hardware.WaitAsync();
            holdsHardware = true;
            of.Network.Mend();
        }

        began = TimeProvider.System.GetUtcNow();
        recorder = new(TimeProvider.System, () => bench?.LabNow);
        if (of.WhyStopped is { } why)
        {
            var left = Evidence(null) with { Outcome = Outcome.Skipped, Reason = why, NotRun = true };
            of.Folder.Add(recorder.Finish(left, pickle?.Steps.Select(Planned).ToList() ?? []), recorder.Secrets);
            Assert.Skip(why);
        }

        witness = new(recorder, of.Folder);
        bench = new(of, system, witness, throughBrowser, ScenarioSeed.Of(of.Settings.Seed, name));
        container.RegisterInstanceAs(bench);
        container.RegisterInstanceAs(new Measurements(recorder));
        Assert.SkipWhen(lacks is not null, lacks ?? "");
    }

    /// <summary>Takes a step's beginning down.</summary>
    [BeforeStep]
    public async Task BeginStep()
    {
        await run!.Control.WhilePausedAsync();
        whyLeft = run.Control.WhyAborted ?? run.Control.WhySkipped(began);
        if (whyLeft is not null)
        {
            Assert.Skip(whyLeft);
        }

        var info = scenario.StepContext.StepInfo;
        lastStep = info.Text;
        scenario[StepWord] = Keyword(info);
        bench!.Operator.About($"{feature.FeatureInfo.Title} › {scenario.ScenarioInfo.Title}", $"{scenario[StepWord]} {info.Text}");
        recorder!.BeginStep((string)scenario[StepWord], info.Text, Rows(info.Table), info.MultilineText);
    }

    /// <summary>Takes a step's end down.</summary>
    [AfterStep]
    public async Task EndStep()
    {
        if (stepsBegun == pickle?.Steps.Count && scenario.StepContext.Status == ScenarioExecutionStatus.OK)
        {
            // No later question confirms what a person was asked to do.
            await bench!.Operator.ConfirmAsync();
        }

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
        try
        {
            if (recorder is not null && bench is not null)
            {
                await EndAsync(recorder, bench);
            }
        }
        finally
        {
            if (holdsHardware)
            {
                run!.Displays.Leave();
                run!.Hardware.Release();
            }
        }
    }

    private async Task EndAsync(ScenarioRecorder recorder, ScenarioBench bench)
    {
        var error = scenario.TestError;
        if (error is not null and not SkipException and not NotApplicableException)
        {
            await bench.KeepFailureAsync();
        }

        foreach (var exchange in bench.NewExchanges())
        {
            recorder.See(exchange);
        }

        var evidence = Evidence(error);
        run!.Count(evidence.Outcome);
        var name = run.Folder.Add(recorder.Finish(evidence, pickle?.Steps.Select(Planned).ToList() ?? []), recorder.Secrets);
        await bench.DisposeAsync();
        SecretsStayOut.Check(run.Folder, name, witness!);
    }

    private string? Lacks(FeatureRun of, string system, string[] tags) =>
        tags.Contains("time-travel") && of.Bench.Clock == BenchClock.Real
            ? "this bench has a real clock; the scenario needs to advance it"
            : of.Needs.Lacks(system, [.. pickle?.Steps.Select(s => s.Text) ?? []]);

    // The engine tells only a conjunction's kind; the report shows the word that is written.
    private string Keyword(StepInfo info) =>
        pickle?.Steps.ElementAtOrDefault(stepsBegun++)?.Source.Keyword.Trim() ?? $"{info.StepDefinitionType}";

    private static string SystemOf(string[] tags, IReadOnlyList<string> systems) => systems.FirstOrDefault(s => tags.Contains(s))
        ?? throw new InvalidOperationException($"the feature has no tag that says its system: @{string.Join(", @", systems)}");

    private static StepOutcome OutcomeOf(ScenarioExecutionStatus status) => status switch
    {
        ScenarioExecutionStatus.OK => StepOutcome.Passed,
        ScenarioExecutionStatus.UndefinedStep or ScenarioExecutionStatus.StepDefinitionPending
            or ScenarioExecutionStatus.BindingError => StepOutcome.Undefined,
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
        Tags = pickle is null ? [.. scenario.ScenarioInfo.CombinedTags.Select(t => $"@{t}")] : [.. pickle.Tags.Select(t => t.Name)],
        Arguments = [.. pickle?.Arguments.Select(a => new ExampleArgument(a.Key, a.Value)) ?? []],
        Attempt = run!.Settings.Attempt,
        Seed = run.Settings.Seed,
        Repetition = run.Settings.Repetition,
        Outcome = Judgement.Of(error, scenario.ScenarioExecutionStatus),
        NotRun = whyLeft is not null && run.Control.WhyAborted is not null,
        Reason = error is SkipException or NotApplicableException
            ? error.Message.Replace(DynamicSkipToken, "", StringComparison.Ordinal)
            : null,
        Error = error is null or SkipException or NotApplicableException ? null : Error(error),
    };

    private ScenarioError Error(Exception error)
    {
        var (expected, seen) = ExpectedAndSeen.Of(error);
        return new(Told(error), error.StackTrace, lastStep) { Expected = expected, Seen = seen };
    }

    // A setting of the bench can be the cause of what looks like a fault of the product.
    private static string Told(Exception error) => run!.OtherSettings is { Length: > 0 } settings
        ? $"{error.Message}\n(settings of this bench that are not the defaults: {settings})"
        : error.Message;

    private static StepEvidence Planned(PickleStep step) =>
        new() { Keyword = step.Source.Keyword.Trim(), Text = step.Text, Outcome = StepOutcome.Skipped };

    private static List<IReadOnlyList<string>>? Rows(Table? table) =>
        table is null ? null : [.. table.Rows.Select(r => (IReadOnlyList<string>)[.. r.Values]).Prepend([.. table.Header])];
}
