using System.CommandLine;
using PairingLab.Host.Packs;
using PairingLab.Reports;

namespace PairingLab.Host.Commands;

/// <summary>report: writes the reports of a run again from its evidence.</summary>
public sealed class ReportCommand(LabConsole console)
{
    private readonly Argument<string> run = new("DIR") { Description = "The run's folder: reports/out/<run>" };

    private readonly Option<string?> pack = PackOptions.Pack();
    private readonly Option<string?> certificate = PackOptions.Certificate();

    /// <summary>The command with its argument.</summary>
    public Command Command()
    {
        var command = new Command("report", "Writes the reports of a run again from its evidence") { run, pack, certificate };
        command.SetAction((parsed, _) => WriteAsync(parsed.GetValue(run)!, parsed.GetValue(pack), parsed.GetValue(certificate)));
        return command;
    }

    private async Task<int> WriteAsync(string folder, string? zip, string? signer)
    {
        if (!Directory.Exists(Path.Combine(folder, "evidence")))
        {
            throw new CommandException($"{folder} holds no evidence; name the folder of a run, such as reports/out/20260131-093000");
        }

        var reading = RunReading.Of(new DirectoryInfo(Path.GetFullPath(folder)));
        reading.Editor = EditorLinks.OfSetting(Repository.Find().Root);
        ReportWriter.Write(reading);
        var summary = reading.Summary;
        await console.Output.WriteAsync(ConsoleSummary.Of(summary));
        if (zip is not null)
        {
            var whole = Path.GetFullPath(folder);
            await PdfPrinter.PrintAsync(Path.Combine(whole, "index.html"));
            PackOptions.Write(whole, zip, $"Report of the run {Path.GetFileName(whole)}", signer, Repository.Find(), console);
        }

        return summary.Problems.Count == 0 ? ExitCode.Passed : ExitCode.LabError;
    }
}
