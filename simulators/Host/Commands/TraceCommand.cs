using System.CommandLine;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Words;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Commands;

/// <summary>trace: opens the Playwright trace that a scenario has left.</summary>
public sealed class TraceCommand
{
    private readonly Argument<string> run = new("RUN") { Description = "The run: its folder or its name, or \"last\"" };
    private readonly Argument<string?> name = new("NAME")
    {
        Description = "The trace, as the report names it; not needed when the run has one",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<int?> port = new("--port")
    {
        Description = "Serves it for a browser instead of opening a window; 0 for any port",
        HelpName = "PORT",
    };

    /// <summary>The command with its arguments.</summary>
    public Command Command()
    {
        var command = new Command("trace", "Opens the browser trace of a scenario") { run, name, port };
        command.SetAction(parsed => TraceViewer.Show(
            FileOf(Repository.Find().FindRun(parsed.GetValue(run)!), parsed.GetValue(name)), parsed.GetValue(port)));
        return command;
    }

    private static string FileOf(DirectoryInfo run, string? name)
    {
        var folder = new EvidenceFolder(run);
        var kept = Path.GetDirectoryName(folder.FilePath("x"))!;
        List<string> traces = Directory.Exists(kept)
            ? [.. Directory.EnumerateFiles(kept, "*.zip").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)]
            : [];
        if (traces.Count == 0)
        {
            throw new CommandException($"the run {run.Name} has no traces; a scenario that works a browser leaves one when it fails");
        }

        if (name is null && traces.Count == 1)
        {
            return folder.FilePath(traces[0]);
        }

        if (name is not null && traces.Contains(name, StringComparer.Ordinal))
        {
            return folder.FilePath(name);
        }

        throw new CommandException(name is null ? $"the run {run.Name} has several traces; name one: {string.Join(", ", traces)}"
            : DidYouMean.To(name, traces) is { } near ? $"no trace '{name}'; did you mean '{near}'?"
            : $"no trace '{name}'; there are: {string.Join(", ", traces)}");
    }
}
