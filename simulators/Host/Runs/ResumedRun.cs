using PairingLab.Host.Commands;
using PairingLab.Reports.Evidence;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Runs;

/// <summary>A run that did not come to its end, and what it left to do.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Run">What it was started with.</param>
/// <param name="Rounds">The scenarios that still have to run, by repetition.</param>
public sealed record ResumedRun(
    DirectoryInfo Folder, RunEvidence Run, IReadOnlyList<(int Repetition, IReadOnlyList<Pickle> Scenarios)> Rounds)
{
    /// <summary>All scenarios that still have to run.</summary>
    public IReadOnlyList<Pickle> Scenarios => [.. Rounds.SelectMany(r => r.Scenarios).Distinct()];

    /// <summary>Reads it from its evidence.</summary>
    public static ResumedRun Read(DirectoryInfo folder, FeatureCatalogue catalogue)
    {
        var reading = new EvidenceFolder(folder).Read();
        if (reading.Run.Planned.Count == 0)
        {
            throw new CommandException($"{folder.FullName} does not say which scenarios it was to run, so it can't be resumed");
        }

        var done = reading.Scenarios.Where(s => !s.Evidence.NotRun)
            .Select(s => (s.Evidence.FeaturePath, s.Evidence.Line, s.Evidence.Repetition)).ToHashSet();
        var left = reading.Run.Planned.Where(p => !done.Contains((p.FeaturePath, p.Line, p.Repetition))).ToList();
        return new(folder, reading.Run,
        [
            .. left.GroupBy(p => p.Repetition).OrderBy(g => g.Key)
                .Select(g => (g.Key, (IReadOnlyList<Pickle>)[.. g.Select(p => Find(p, folder, catalogue))])),
        ]);
    }

    private static Pickle Find(PlannedScenario planned, DirectoryInfo folder, FeatureCatalogue catalogue) =>
        catalogue.Pickles.FirstOrDefault(p => (p.Path, p.Line, p.Name) == (planned.FeaturePath, planned.Line, planned.Name))
        ?? throw new CommandException($"{planned.FeaturePath} has changed since {folder.Name} began: "
            + $"'{planned.Name}' is no longer at line {planned.Line}; start a new run");
}
