using System.Globalization;
using PairingLab.Reports.Evidence;

namespace PairingLab.Reports;

/// <summary>The command that runs a scenario again as it ran: same place, seed, bench and way to the panels.</summary>
public static class RerunCommand
{
    /// <summary>The command, to be typed in the repository's folder.</summary>
    public static string Of(RunEvidence run, ScenarioEvidence scenario)
    {
        var root = run.FeatureRoot.Length == 0 ? "" : $"{run.FeatureRoot}/";
        var seed = (scenario.Seed ?? run.Seed).ToString(CultureInfo.InvariantCulture);
        var bench = run.BenchFile is null || Path.GetFileName(run.BenchFile) == "simulated.json" ? "" : $" --bench {Quoted(run.BenchFile)}";
        var through = run.Through == "browser" ? " --through browser" : "";
        return $"./run-lab.sh {Quoted($"{root}{scenario.FeaturePath}:{scenario.Line}")} --seed {seed}{bench}{through}";
    }

    private static string Quoted(string text) => text.Contains(' ') ? $"\"{text}\"" : text;
}
