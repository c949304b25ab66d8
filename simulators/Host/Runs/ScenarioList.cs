using PairingLab.Host.Commands;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Runs;

/// <summary>--list: what a run would run, a line each, and nothing is run.</summary>
internal static class ScenarioList
{
    /// <summary>Writes it: the place, which an editor opens and run-lab takes, and the name.</summary>
    public static void Write(IReadOnlyList<Pickle> scenarios, LabConsole console)
    {
        foreach (var scenario in scenarios)
        {
            console.Say($"features/{scenario.Place}  {scenario.FullName}");
        }

        var features = scenarios.Select(s => s.Path).Distinct(StringComparer.Ordinal).Count();
        console.Say($"{Selection.Count(scenarios.Count)} in {(features == 1 ? "1 feature" : $"{features} features")}");
    }
}
