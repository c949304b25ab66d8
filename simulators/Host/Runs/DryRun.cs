using PairingLab.Host.Commands;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Runs;

/// <summary>--dry-run: whether every step has one binding, without a bench.</summary>
internal sealed class DryRun(Repository repository, LabConsole console)
{
    private readonly FeaturesBuild features = new(repository, console);

    /// <summary>Checks the scenarios; gives the exit code.</summary>
    public async Task<int> RunAsync(IReadOnlyList<Pickle> scenarios, bool build, CancellationToken interrupted)
    {
        await features.PrepareAsync(build, interrupted);
        var report = await ReadAsync(interrupted);
        var places = scenarios.Select(s => s.Place).ToHashSet(StringComparer.Ordinal);
        var problems = report.Problems.Where(p => places.Contains(p.Scenario)).DistinctBy(p => (p.Place, p.Text)).ToList();
        problems.ForEach(p => console.Say($"features/{p.Place}  {p.Text}: {p.Problem}"));
        foreach (var unused in report.Unused)
        {
            console.Say($"unused: {unused.Method} \"{unused.Expression}\"");
        }

        console.Say($"{Selection.Count(scenarios.Count)}: {problems.Count} {(problems.Count == 1 ? "step" : "steps")} that can't run, "
            + $"{report.Unused.Count} unused bindings");
        return problems.Count == 0 ? ExitCode.Passed : ExitCode.Failed;
    }

    /// <summary>Asks the features, which must be built.</summary>
    public async Task<BindingReport> ReadAsync(CancellationToken interrupted)
    {
        var file = Path.Combine(Path.GetTempPath(), $"pairinglab-bindings-{Guid.NewGuid():N}.json");
        var output = new List<string>();
        try
        {
            await new Dotnet(repository).RunAsync(
                [features.Assembly, "-noLogo", "-noColor", "-noAutoReporters", "-class", BindingReport.Test], output.Add,
                new Dictionary<string, string>(StringComparer.Ordinal) { [BindingReport.Variable] = file }, interrupted);
            return File.Exists(file)
                ? BindingReport.Read(file)
                : throw new CommandException($"the features can't be read: {string.Join(' ', output.Where(l => l.Trim().Length > 0))}");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
