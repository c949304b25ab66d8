using System.Globalization;
using PairingLab.Reports.Evidence;

namespace PairingLab.Reports;

/// <summary>
/// Two runs side by side, scenario by scenario: how each step ended, what the panels showed after it, how long all took. Of a run on real
/// devices and one on simulated ones it shows where the reference differs from a maker's device.
/// </summary>
public static class RunComparison
{
    /// <summary>The scenarios of both runs, in the order of the features.</summary>
    public static IReadOnlyList<ComparedScenario> Of(RunReading one, RunReading other)
    {
        var left = one.Results.ToDictionary(Key);
        var right = other.Results.ToDictionary(Key);
        return
        [
            .. left.Keys.Union(right.Keys).OrderBy(k => k.Path, StringComparer.Ordinal).ThenBy(k => k.Line)
                .Select(k => Compare(k, left.GetValueOrDefault(k), right.GetValueOrDefault(k))),
        ];
    }

    private static (string Path, int Line, string Name, int Repetition) Key(ScenarioResult result) =>
        (result.Evidence.FeaturePath, result.Evidence.Line, result.Evidence.Name, result.Evidence.Repetition);

    private static ComparedScenario Compare(
        (string Path, int Line, string Name, int Repetition) key, ScenarioResult? one, ScenarioResult? other) =>
        new($"{key.Path}:{key.Line}", key.Name, one, other, one is null || other is null ? [] : [.. Steps(one.Evidence, other.Evidence)]);

    private static IEnumerable<string> Steps(ScenarioEvidence one, ScenarioEvidence other)
    {
        for (var i = 0; i < Math.Max(one.Steps.Count, other.Steps.Count); i++)
        {
            var (left, right) = (one.Steps.ElementAtOrDefault(i), other.Steps.ElementAtOrDefault(i));
            var step = (left ?? right)!;
            if (left?.Text != right?.Text || left?.Outcome != right?.Outcome)
            {
                yield return $"{step.Keyword} {step.Text}: {Word(left)} | {Word(right)}";
            }

            foreach (var difference in Panels(left, right))
            {
                yield return $"{step.Keyword} {step.Text}: {difference}";
            }
        }
    }

    private static string Word(StepEvidence? step) => step?.Outcome.ToString() ?? "not there";

    private static IEnumerable<string> Panels(StepEvidence? left, StepEvidence? right)
    {
        var (one, other) = (LastPanels(left), LastPanels(right));
        foreach (var device in one.Keys.Intersect(other.Keys).Order(StringComparer.Ordinal))
        {
            if (one[device] != other[device])
            {
                yield return $"{device} shows \"{one[device]}\" | \"{other[device]}\"";
            }
        }
    }

    // What stood there in the end: how often a driver looked in between is chance.
    private static Dictionary<string, string> LastPanels(StepEvidence? step) => (step?.Seen ?? []).OfType<PanelSeen>()
        .GroupBy(p => p.Device, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => string.Join(" / ", g.Last().Texts.Prepend(g.Last().Title)), StringComparer.Ordinal);
}

/// <summary>A scenario in two runs.</summary>
/// <param name="Place">Feature file and line.</param>
/// <param name="Name">Its name.</param>
/// <param name="One">Its result in the first run; null when it was not in it.</param>
/// <param name="Other">Its result in the second run; null when it was not in it.</param>
/// <param name="Differences">Steps that ended differently, and panels that showed something else, a line each.</param>
public sealed record ComparedScenario(
    string Place, string Name, ScenarioResult? One, ScenarioResult? Other, IReadOnlyList<string> Differences)
{
    /// <summary>Whether anything but the time differs.</summary>
    public bool IsDifferent => One?.Outcome != Other?.Outcome || Differences.Count > 0;

    /// <summary>Both results with their times.</summary>
    public string Results => $"{Said(One)} | {Said(Other)}";

    private static string Said(ScenarioResult? result) => result is null
        ? "not in this run"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Outcome} {(result.Evidence.Finished - result.Evidence.Started).TotalSeconds:0.0} s");
}
