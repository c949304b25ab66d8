using Gherkin.CucumberMessages;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Reports;

/// <summary>The evidence of a run, its features read, and its summary: what every report is written from.</summary>
public sealed class RunReading
{
    private readonly Lazy<Dictionary<string, ScenarioResult>> byStem;
    private readonly Lazy<ILookup<(string Path, int Line), Pickle>> pickles;

    private RunReading(DirectoryInfo folder, EvidenceReading evidence)
    {
        Folder = folder;
        Evidence = evidence;
        var problems = evidence.Damaged.ToList();
        Features = ReadFeatures(evidence.Features, Ids, problems);
        Results = ScenarioResult.Of(evidence.Scenarios);
        History = RunHistory.Read(folder);
        Summary = Summarise(problems);
        byStem = new(() => Results.SelectMany(r => r.Attempts.Select(a => (a.Stem, Result: r))).ToDictionary(
            r => r.Stem, r => r.Result, StringComparer.Ordinal));
        pickles = new(() => Features.SelectMany(f => f.Pickles).ToLookup(p => (p.Path, p.Line)));
    }

    /// <summary>The run's folder.</summary>
    public DirectoryInfo Folder { get; }

    /// <summary>All that its evidence folder holds.</summary>
    public EvidenceReading Evidence { get; }

    /// <summary>The features that were kept and could be read.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>What earlier runs say.</summary>
    public RunHistory History { get; }

    /// <summary>Numbers what messages refer to; features and test cases share it, for ids are unique in a message stream.</summary>
    internal IIdGenerator Ids { get; } = new IncrementingIdGenerator();

    /// <summary>The run in short.</summary>
    public RunSummary Summary { get; }

    /// <summary>What is known of the run as a whole.</summary>
    public RunEvidence Run => Evidence.Run;

    /// <summary>The scenarios that left evidence, each attempt by itself.</summary>
    public IReadOnlyList<ReadScenario> Scenarios => Evidence.Scenarios;

    /// <summary>The scenarios that left evidence, each with all its attempts.</summary>
    public IReadOnlyList<ScenarioResult> Results { get; }

    /// <summary>How places in features open in the reader's editor; null for not at all.</summary>
    public EditorLinks? Editor { get; set; }

    /// <summary>The scenario, with all its attempts, of one of them.</summary>
    public ScenarioResult ResultOf(ReadScenario attempt) => byStem.Value[attempt.Stem];

    /// <summary>The scenario as its feature file has it; null when the file was not kept, or has none at that line.</summary>
    public Pickle? PickleOf(ScenarioEvidence scenario) => pickles.Value[(scenario.FeaturePath, scenario.Line)].FirstOrDefault();

    /// <summary>Reads the evidence in a run's folder.</summary>
    public static RunReading Of(DirectoryInfo folder) => new(folder, new EvidenceFolder(folder).Read());

    private static List<Feature> ReadFeatures(IReadOnlyList<FeatureSource> sources, IIdGenerator ids, List<string> problems)
    {
        var features = new List<Feature>();
        foreach (var source in sources)
        {
            try
            {
                features.Add(Feature.Parse(source.Path, source.Content, ids));
            }
            catch (GherkinException e)
            {
                problems.Add($"{e.Message} (kept in the evidence; it is not in messages.ndjson)");
            }
        }

        return features;
    }

    private RunSummary Summarise(List<string> problems)
    {
        if (Run.Finished is null && Evidence.Damaged.Count == 0)
        {
            problems.Add(Run.Interventions.LastOrDefault(i => i.What == Intervention.Stop) is { } stop
                ? $"the run did not come to its end: it was stopped by {stop.Who} at {stop.When.ToLocalTime():HH:mm:ss}"
                : "the run did not come to its end: it was killed, or it still runs");
        }

        if (Run.Interventions.LastOrDefault(i => i.What == "abort") is { } abort && Results.Any(r => r.Evidence.NotRun))
        {
            problems.Add($"the run was aborted by {abort.Who} at {abort.When.ToLocalTime():HH:mm:ss}");
        }

        return new RunSummary
        {
            Folder = Folder,
            Passed = Count(Outcome.Passed),
            Failed = Count(Outcome.Failed),
            Error = Count(Outcome.Error),
            Skipped = Count(Outcome.Skipped),
            SkipReasons =
            [
                .. Results.Where(r => r.Outcome == Outcome.Skipped).CountBy(r => r.Evidence.Reason ?? "no reason was given")
                    .OrderByDescending(r => r.Value).Select(r => $"{r.Value}: {r.Key}"),
            ],
            Flaky = Count(Outcome.Flaky),
            FailOnFlaky = Run.FailOnFlaky,
            Failures = [.. Results.Where(r => r.Outcome is Outcome.Failed or Outcome.Error or Outcome.Flaky).Select(Note)],
            Missing = Missing(),
            Problems = problems,
        };
    }

    private int Count(Outcome outcome) => Results.Count(r => r.Outcome == outcome);

    private List<PlannedScenario> Missing()
    {
        var lines = Scenarios.Select(s => (s.Evidence.FeaturePath, s.Evidence.Line, s.Evidence.Repetition)).ToHashSet();

        // Two scenarios may bear one name, so a name counts only where the line is unknown.
        var names = Scenarios.Where(s => s.Evidence.Line == 0).Select(s => (s.Evidence.FeaturePath, s.Evidence.Name)).ToHashSet();
        return
        [
            .. Run.Planned.Where(p => !lines.Contains((p.FeaturePath, p.Line, p.Repetition)) && !names.Contains((p.FeaturePath, p.Name))),
        ];
    }

    private FailureNote Note(ScenarioResult result)
    {
        var scenario = result.Outcome == Outcome.Flaky ? result.FirstFailure! : result.Last;
        var evidence = scenario.Evidence;
        return new FailureNote(
            result.Outcome,
            evidence.Feature,
            evidence.Name,
            $"{evidence.FeaturePath}:{evidence.Line}",
            evidence.Error?.Step,
            evidence.Error?.Message ?? "no message was left",
            $"scenarios/{scenario.Stem}.html",
            RerunCommand.Of(Run, evidence));
    }
}
