using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Doctor;
using Spectre.Console;

namespace PairingLab.Host.Commands;

/// <summary>doctor: says of this machine and of a bench what a run would fail of, and what would be right.</summary>
public sealed class DoctorCommand(LabConsole console, CancellationToken interrupted)
{
    // A run with pictures and traces of every failure takes some tens of MB.
    private const long LeastSpace = 500_000_000;

    private readonly Option<string?> bench = new("--bench")
    {
        Description = "The bench file whose lines and pages are examined too",
        HelpName = "FILE",
    };

    /// <summary>The command with its option.</summary>
    public Command Command()
    {
        var command = new Command("doctor", "Says what a run would fail of, and what would be right") { bench };
        command.SetAction((parsed, _) => ExamineAsync(parsed.GetValue(bench)));
        return command;
    }

    /// <summary>A finding in a line.</summary>
    internal static string Line(Finding finding) => $"{finding.Health switch
    {
        Health.Good => "ok      ",
        Health.Doubtful => "doubtful",
        _ => "WRONG   ",
    }} {finding.Subject}: {finding.Words}";

    private async Task<int> ExamineAsync(string? file)
    {
        var repository = Repository.Find();
        List<Finding> findings = [await SdkAsync(repository), await BrowserAsync(file), Space(repository)];
        if (file is not null)
        {
            findings.AddRange(await OfBenchAsync(file));
        }

        foreach (var finding in findings)
        {
            console.Say(Line(finding), finding.Health switch
            {
                Health.Good => Color.Green,
                Health.Doubtful => Color.Yellow,
                _ => Color.Red,
            });
        }

        return findings.Any(f => f.Health == Health.Bad) ? ExitCode.LabError : ExitCode.Passed;
    }

    private async Task<Finding> SdkAsync(Repository repository)
    {
        var said = new List<string>();
        var code = await new Dotnet(repository).RunAsync(["--version"], said.Add, cancel: interrupted);
        return code == 0
            ? new(Health.Good, ".NET SDK", string.Join(' ', said))
            : new(Health.Bad, ".NET SDK", $"{said.FirstOrDefault(l => l.Length > 0)}; global.json names the version that is needed");
    }

    private static async Task<Finding> BrowserAsync(string? file)
    {
        try
        {
            var named = file is null ? null : CheckedBench.Read(file).Browser;
            var found = await new BrowserFinder(BrowserMachine.This).FindAsync(named);
            return new(Health.Good, "browser", $"{found.Path} ({found.How})");
        }
        catch (NoBrowserException e)
        {
            return new(Health.Doubtful, "browser", $"{e.Message}; a run that needs one installs it");
        }
    }

    private static Finding Space(Repository repository)
    {
        var free = new DriveInfo(repository.Root).AvailableFreeSpace;
        var words = string.Create(CultureInfo.InvariantCulture, $"{free / 1_000_000_000.0:0.0} GB free at {repository.Root}");
        return free >= LeastSpace
            ? new(Health.Good, "disk", words)
            : new(Health.Bad, "disk", $"{words}; at least {LeastSpace / 1_000_000} MB are needed");
    }

    private async Task<IReadOnlyList<Finding>> OfBenchAsync(string file)
    {
        var read = CheckedBench.Read(file);
        if (read.IsPhysical && BenchLock.HolderOf(read, file) is { } holder)
        {
            // Listening now would take bytes away from the run that has the line.
            return [new(Health.Bad, read.Name, $"{holder}; it is not examined meanwhile")];
        }

        return [.. read.Through.Select(Listening), .. await BenchExamination.OfAsync(read, interrupted)];
    }

    private static Finding Listening(BenchProxy through)
    {
        var subject = $"through of {through.Device}";
        try
        {
            var uri = new Uri($"tcp://{through.Listen}");
            using var listener = new TcpListener(System.Net.IPAddress.Parse(uri.Host), uri.Port);
            listener.Start();
            return new(Health.Good, subject, $"{through.Listen} is free");
        }
        catch (Exception e) when (e is SocketException or FormatException)
        {
            return new(Health.Bad, subject, $"can't listen at {through.Listen}: {e.Message}");
        }
    }
}
