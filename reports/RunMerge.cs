using PairingLab.Reports.Evidence;

namespace PairingLab.Reports;

/// <summary>
/// Makes one run of several: of shards, or of a run and a rerun of what failed. A scenario that ran in more than one keeps all its
/// verdicts, as attempts in the order in which they began.
/// </summary>
public sealed class RunMerge
{
    private readonly EvidenceFolder target;

    private RunMerge(DirectoryInfo target) => this.target = new(target);

    /// <summary>Writes the evidence of the runs into a folder; gives the scenarios that ran in more than one.</summary>
    public static IReadOnlyList<string> Merge(IReadOnlyList<DirectoryInfo> runs, DirectoryInfo target)
    {
        var readings = runs.Select(r => (Folder: new EvidenceFolder(r), Reading: new EvidenceFolder(r).Read())).ToList();
        if (readings.SelectMany(r => r.Reading.Damaged.Select(d => $"{r.Folder.Run.FullName}: {d}")).FirstOrDefault() is { } damaged)
        {
            throw new InvalidDataException(damaged);
        }

        var merge = new RunMerge(target);
        merge.target.WriteRun(Together([.. readings.Select(r => r.Reading.Run)], target.Name));
        foreach (var feature in readings.SelectMany(r => r.Reading.Features).DistinctBy(f => f.Path))
        {
            merge.target.KeepFeature(feature.Path, feature.Content);
        }

        var scenarios = readings.SelectMany((r, i) => r.Reading.Scenarios.Select(s => (Run: i, r.Folder, r.Reading, s.Evidence)))
            .OrderBy(s => s.Evidence.Started).ToList();
        scenarios.ForEach(s => merge.Add(s.Folder, s.Reading.Run, s.Evidence));
        return
        [
            .. scenarios.GroupBy(s => s.Evidence.Key).Where(g => g.Select(s => s.Run).Distinct().Count() > 1)
                .Select(g => g.First().Evidence).Select(e => $"{e.FeaturePath}:{e.Line} {e.Name}"),
        ];
    }

    private static RunEvidence Together(IReadOnlyList<RunEvidence> runs, string id) => runs[0] with
    {
        Id = id,
        Started = runs.Min(r => r.Started),

        // One that did not come to its end keeps the whole from having come to it.
        Finished = runs.All(r => r.Finished is not null) ? runs.Max(r => r.Finished) : null,
        Bench = All(runs.Select(r => r.Bench)),
        Through = All(runs.Select(r => r.Through)),
        ToolVersion = All(runs.Select(r => r.ToolVersion)),
        Machine = All(runs.Select(r => r.Machine)),
        CommandLine = All(runs.Select(r => r.CommandLine)),
        Tags = runs.Select(r => r.Tags).Distinct(StringComparer.Ordinal).Count() == 1 ? runs[0].Tags : null,
        FailOnFlaky = runs.Any(r => r.FailOnFlaky),
        ScenariosFound = runs.Max(r => r.ScenariosFound),
        Planned = [.. runs.SelectMany(r => r.Planned).Distinct()],
        Devices = [.. runs.SelectMany(r => r.Devices).Distinct()],
    };

    private static string All(IEnumerable<string> values) => string.Join(", ", values.Distinct(StringComparer.Ordinal));

    private void Add(EvidenceFolder from, RunEvidence run, ScenarioEvidence scenario) => target.Add(
        scenario with
        {
            Seed = scenario.Seed ?? run.Seed,
            Steps = [.. scenario.Steps.Select(s => s with { Seen = Moved(from, s.Seen) })],
            Around = Moved(from, scenario.Around),
        },
        new SecretMask());

    private IReadOnlyList<Seen> Moved(EvidenceFolder from, IReadOnlyList<Seen> seen) =>
        [.. seen.Select(s => s is FileSeen file ? file with { Name = target.TakeFile(from.FilePath(file.Name)) } : s)];
}
