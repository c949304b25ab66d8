using System.Text.Json;
using System.Text.Json.Serialization;
using PairingLab.Reports.Evidence;

namespace PairingLab.Reports;

/// <summary>What earlier runs say of the scenarios of this one; run-lab writes it into the run's folder.</summary>
/// <param name="Scenarios">The last results of each, by <see cref="KeyOf"/>, the newest last.</param>
/// <param name="Measurements">The last values of each measurement, by the same key, a tab and its name; null when there is none.</param>
/// <param name="Runs">The last runs as a whole, the newest last; null when nothing is known of them.</param>
public sealed record RunHistory(
    IReadOnlyDictionary<string, IReadOnlyList<PastResult>> Scenarios,
    IReadOnlyDictionary<string, IReadOnlyList<double>>? Measurements = null,
    IReadOnlyList<PastRun>? Runs = null)
{
    /// <summary>How many results of a scenario are kept here.</summary>
    public const int Shown = 20;

    // Slower than usual by less is noise: of a busy machine, or of a short scenario.
    private const double SlowerTimes = 2;
    private const double SlowerSeconds = 1;
    private const int EnoughToJudge = 5;

    private const string FileName = "history.json";

    /// <summary>Of a run without a history.</summary>
    public static RunHistory None { get; } = new(new Dictionary<string, IReadOnlyList<PastResult>>(StringComparer.Ordinal));

    /// <summary>What names a scenario over runs: lines move, names seldom do.</summary>
    public static string KeyOf(ScenarioEvidence scenario) =>
        $"{scenario.FeaturePath}\t{scenario.Name}\t{string.Join('\t', scenario.Arguments.Select(a => a.Value))}";

    /// <summary>Writes it into a run's folder.</summary>
    public void Write(DirectoryInfo run) => WholeFile.Write(
        Path.Combine(run.FullName, FileName), JsonSerializer.SerializeToUtf8Bytes(this, HistoryJson.Default.RunHistory));

    /// <summary>Reads it from a run's folder; none when it is not there or damaged.</summary>
    public static RunHistory Read(DirectoryInfo run)
    {
        try
        {
            return JsonSerializer.Deserialize(
                File.ReadAllBytes(Path.Combine(run.FullName, FileName)), HistoryJson.Default.RunHistory) ?? None;
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return None;
        }
    }

    /// <summary>The results of a scenario before this run, the newest last.</summary>
    public IReadOnlyList<PastResult> Of(ScenarioEvidence scenario) => Scenarios.TryGetValue(KeyOf(scenario), out var past) ? past : [];

    /// <summary>What a measurement was before this run, the newest last.</summary>
    public IReadOnlyList<double> ValuesOf(ScenarioEvidence scenario, string measurement) =>
        Measurements is not null && Measurements.TryGetValue($"{KeyOf(scenario)}\t{measurement}", out var values) ? values : [];

    /// <summary>What is new of a result since the last run that judged the scenario.</summary>
    public Change ChangeOf(ScenarioResult result)
    {
        var past = Of(result.Evidence).Where(p => p.Outcome != Outcome.Skipped).ToList();
        var failedBefore = past is [.., { Outcome: Outcome.Failed or Outcome.Error }];
        return result.Outcome switch
        {
            Outcome.Failed or Outcome.Error => failedBefore ? Change.StillFailed : past.Count == 0 ? Change.None : Change.NewlyFailed,
            Outcome.Flaky => Change.Flaky,
            Outcome.Passed when failedBefore => Change.Mended,
            Outcome.Passed when IsSlower(result.Evidence, past) => Change.Slower,
            _ => Change.None,
        };
    }

    private static bool IsSlower(ScenarioEvidence scenario, List<PastResult> past)
    {
        var times = past.Where(p => p.Outcome == Outcome.Passed).Select(p => p.Seconds).Order().ToList();
        var seconds = (scenario.Finished - scenario.Started).TotalSeconds;
        return times.Count >= EnoughToJudge && seconds > (SlowerTimes * times[times.Count / 2])
            && seconds > times[^1] && seconds > SlowerSeconds + times[times.Count / 2];
    }
}

/// <summary>A run in numbers: how many scenarios ended how, and the sum of their times.</summary>
public sealed record PastRun(string Run, int Passed, int Failed, int Error, int Flaky, int Skipped, double Seconds)
{
    /// <summary>All that ended.</summary>
    public int Total => Passed + Failed + Error + Flaky + Skipped;

    /// <summary>The numbers of a run that was read.</summary>
    public static PastRun Of(RunReading reading) => new(
        reading.Run.Id, reading.Summary.Passed, reading.Summary.Failed, reading.Summary.Error, reading.Summary.Flaky,
        reading.Summary.Skipped, reading.Results.Sum(r => (r.Evidence.Finished - r.Evidence.Started).TotalSeconds));
}

/// <summary>A result of an earlier run.</summary>
/// <param name="Run">The run's name.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record PastResult(string Run, Outcome Outcome, double Seconds);

/// <summary>What is new of a scenario since it ran last.</summary>
public enum Change
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It failed, and had not before.</summary>
    NewlyFailed,

    /// <summary>It failed again.</summary>
    StillFailed,

    /// <summary>It passed, and had failed before.</summary>
    Mended,

    /// <summary>It passed only when it was tried again.</summary>
    Flaky,

    /// <summary>It took more than twice as long as usual, longer than ever, and more than a second longer.</summary>
    Slower,
}

/// <summary>How the history of a run is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RunHistory))]
internal sealed partial class HistoryJson : JsonSerializerContext;
