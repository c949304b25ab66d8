using System.CommandLine;
using PairingLab.Host.History;
using PairingLab.Reports;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Commands;

/// <summary>merge: makes one run of several.</summary>
public sealed class MergeCommand(LabConsole console)
{
    private readonly Argument<string[]> runs = new("RUN")
    {
        Description = "The runs: folders, or names below reports/out",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string> target = new("--out") { Description = "The folder of the new run", HelpName = "DIR", Required = true };

    /// <summary>The command with its arguments.</summary>
    public Command Command()
    {
        var command = new Command("merge", "Makes one run of several: of shards, or of a run and a rerun") { runs, target };
        command.SetAction(parsed => Merge(parsed.GetValue(runs)!, Path.GetFullPath(parsed.GetValue(target)!)));
        return command;
    }

    // The whole stands in the history, and its parts no longer do: each result would count twice.
    private static void Remember(DirectoryInfo merged, IReadOnlyList<DirectoryInfo> parts, Repository repository)
    {
        using var history = HistoryStore.Open(repository);
        parts.ToList().ForEach(p => history.Forget(p.Name));
        history.Before(merged.Name).Write(merged);
        history.Add(RunReading.Of(merged));
    }

    private int Merge(string[] said, string folder)
    {
        var repository = Repository.Find();
        var found = said.Select(repository.FindRun).ToList();
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new CommandException($"--out {folder} is not empty; name a new folder");
        }

        foreach (var twice in RunMerge.Merge(found, Directory.CreateDirectory(folder)))
        {
            console.Say($"in more than one run: {twice}");
        }

        var merged = new DirectoryInfo(folder);
        Remember(merged, found, repository);
        var reading = RunReading.Of(merged);
        reading.Editor = EditorLinks.OfSetting(repository.Root);
        ReportWriter.Write(reading);
        var summary = reading.Summary;
        console.Output.Write(ConsoleSummary.Of(summary));
        Annotations.Of(summary, Environment.GetEnvironmentVariable).ToList().ForEach(l => console.Say(l));
        return summary.Verdict switch
        {
            Outcome.Passed or Outcome.Skipped => ExitCode.Passed,
            Outcome.Failed => ExitCode.Failed,
            _ => ExitCode.LabError,
        };
    }
}
