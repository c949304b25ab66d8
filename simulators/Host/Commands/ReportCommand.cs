using System.CommandLine;
using PairingLab.Reports;

namespace PairingLab.Host.Commands;

/// <summary>report: writes the reports of a run again from its evidence.</summary>
public sealed class ReportCommand(LabConsole console)
{
    private readonly Argument<string> run = new("DIR") { Description = "The run's folder: reports/out/<run>" };

    /// <summary>The command with its argument.</summary>
    public Command Command()
    {
        var command = new Command("report", "Writes the reports of a run again from its evidence") { run };
        command.SetAction(parsed => Write(parsed.GetValue(run)!));
        return command;
    }

    private int Write(string folder)
    {
        if (!Directory.Exists(Path.Combine(folder, "evidence")))
        {
            throw new CommandException($"{folder} holds no evidence; name the folder of a run, such as reports/out/20260131-093000");
        }

        var summary = ReportWriter.Write(new(Path.GetFullPath(folder)));
        console.Output.Write(ConsoleSummary.Of(summary));
        return summary.Problems.Count == 0 ? ExitCode.Passed : ExitCode.LabError;
    }
}
