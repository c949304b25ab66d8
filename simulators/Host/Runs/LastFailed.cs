using PairingLab.Host.Commands;
using PairingLab.Reports;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Runs;

/// <summary>
/// Remembers the scenarios that failed when they ran last, over all runs: one that was not in a run keeps its place. A line holds file and
/// name, since lines of a feature move when it is edited.
/// </summary>
public sealed class LastFailed(Repository repository)
{
    private string FileName => Path.Combine(repository.Reports, "last-failed.txt");

    /// <summary>Those of the scenarios that failed last.</summary>
    public IReadOnlyList<Pickle> Of(IReadOnlyList<Pickle> scenarios)
    {
        var failed = Read();
        return [.. scenarios.Where(p => failed.Contains(Line(p.Path, p.FullName)))];
    }

    /// <summary>Takes a run down.</summary>
    public void Update(IReadOnlyList<ScenarioResult> results)
    {
        var failed = Read();
        foreach (var scenario in results.GroupBy(r => (r.Evidence.FeaturePath, r.Evidence.Line)))
        {
            var line = Line(scenario.First().Evidence.FeaturePath, scenario.First().Evidence.FullName);
            if (scenario.Any(r => r.Outcome is Outcome.Failed or Outcome.Error))
            {
                failed.Add(line);
            }
            else if (scenario.Any(r => r.Outcome is Outcome.Passed or Outcome.Flaky))
            {
                failed.Remove(line);
            }
        }

        Directory.CreateDirectory(repository.Reports);
        File.WriteAllLines(FileName, failed.Order(StringComparer.Ordinal));
    }

    private HashSet<string> Read() => new(File.Exists(FileName) ? File.ReadLines(FileName) : [], StringComparer.Ordinal);

    private static string Line(string path, string name) => $"{path}\t{name.ReplaceLineEndings(" ")}";
}
