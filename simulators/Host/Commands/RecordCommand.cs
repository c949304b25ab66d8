using System.CommandLine;
using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Record;
using PairingLab.Drivers.Serial;
using PairingLab.Drivers.Time;
using PairingLab.Host.Record;
using PairingLab.Host.Site;

namespace PairingLab.Host.Commands;

/// <summary>record: watches a person work a bench by hand, and writes it down as evidence and as a draft of a feature.</summary>
public sealed class RecordCommand(LabConsole console, CancellationToken interrupted)
{
    private const string EndWord = "end";

    // Real time: a display shows an OTP for minutes.
    private static readonly TimeSpan OtpLimit = TimeSpan.FromMinutes(1);

    private readonly Option<string> bench = new("--bench") { Description = "The bench file", HelpName = "FILE", Required = true };
    private readonly Option<string?> system = new("--system") { Description = "Whose devices are recorded, where the bench has several" };

    /// <summary>The command with its options.</summary>
    public Command Command()
    {
        system.AcceptOnlyFromAmong([.. PairingSystems.BuiltIn.Kinds.Systems]);
        var command = new Command("record", "Watches a person work a bench by hand, and writes evidence and a draft of a feature")
        {
            bench, system,
        };
        command.SetAction((parsed, _) => RecordAsync(parsed));
        return command;
    }

    private async Task<int> RecordAsync(ParseResult parsed)
    {
        var repository = Repository.Find();
        var file = Path.GetFullPath(parsed.GetValue(bench)!);
        var of = CheckedBench.Read(file);
        var whose = SystemOf(of, parsed.GetValue(system));
        var command = $"run-lab {string.Join(' ', parsed.Tokens.Select(t => t.Value))}";
        using var taken = BenchLock.TryTake(of, file, command, out var holder) ?? throw new CommandException($"{holder}");
        var recording = new Recording(of, TimeProvider.System);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        await using var lab = of.Devices.Any(d => d.Page is not null) ? await BrowserAsync(of) : null;
        await using (var session = lab?.Session())
        {
            var watching = new List<Task>();
            foreach (var device in of.Devices.Where(d => d.Is == DeviceWay.Real))
            {
                watching.Add(device.Line is not null
                    ? await WatchLineAsync(device, recording, ended.Token)
                    : await WatchPageAsync(device, session!, recording, ended.Token));
            }

            console.Say($"recording the bench \"{of.Name}\": work it; type notes; \"{EndWord}\" or Ctrl-C ends it");
            if (of.Devices.Where(d => d.Is == DeviceWay.Operator).Select(d => d.Id).ToList() is { Count: > 0 } unseen)
            {
                console.Say($"{string.Join(", ", unseen)} can't be seen; type what you do there: "
                    + $"\"{unseen[0]} [OK]\" for a press, \"{unseen[0]} shows Ready\" for a screen");
            }

            await ReadNotesAsync(of, recording, ended.Token);
            await ended.CancelAsync();
            await Task.WhenAll(watching);
        }

        var folder = repository.NewRun(TimeProvider.System, "recorded-");
        var draft = recording.Write(folder, whose, file, command);
        Reports.ReportWriter.Write(folder);
        console.Say($"recorded: {folder.FullName}");
        console.Say($"draft:    {draft.FullName}; put it under features/, then: run-lab --dry-run finds what it lacks");
        return ExitCode.Passed;
    }

    private static string SystemOf(Bench of, string? said)
    {
        var systems = of.Devices.Where(d => d.Is != DeviceWay.Simulated).Select(d => PairingSystems.BuiltIn.Kinds[d.Kind].System)
            .Distinct(StringComparer.Ordinal).ToList();
        return systems switch
        {
            [] => throw new CommandException($"the bench \"{of.Name}\" has nothing that a person could work: every device is simulated"),
            _ when said is not null && systems.Contains(said) => said,
            [var one] when said is null => one,
            _ => throw new CommandException($"say whose devices are recorded with --system; this bench has: {string.Join(", ", systems)}"),
        };
    }

    private async Task<LabBrowser> BrowserAsync(Bench of)
    {
        var found = await new BrowserInstaller(new(BrowserMachine.This), InstallMachine.This, l => console.Say(l))
            .FindOrInstallAsync(of.Browser);
        var hasScreen = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            || Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 }
            || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
        console.Say(found.Address is not null ? $"work the pages in the browser at {found.Path}"
            : hasScreen ? "work the pages in the windows that open"
            : "there is no screen here: pages are recorded by what they show, and presses are not seen; "
                + "\"browser\" in the bench file can name one elsewhere");
        return new(found, visible: hasScreen);
    }

    private static async Task<Task> WatchLineAsync(BenchDevice device, Recording recording, CancellationToken cancel)
    {
        var log = recording.LogOf(device.Id);
        log.Note($"{device.Line} {device.Wired()}");
        var display = await CommanderDisplay.OpenAsync(
            device.Id, device.Line!, new RealTime(TimeProvider.System), recording, device.Wired(), log: log, cancel: cancel);
        return FollowAsync();

        async Task FollowAsync()
        {
            using (log)
            await using (display)
            {
                while (!cancel.IsCancellationRequested)
                {
                    try
                    {
                        recording.Happened(new OtpSeen(device.Id, await display.ReadSiteOtpAsync(OtpLimit, cancel)));
                    }
                    catch (Exception e) when (e is DisplayUnreadableException or OperationCanceledException)
                    {
                        // No OTP is shown, or the recording has ended.
                    }
                }
            }
        }
    }

    private static async Task<Task> WatchPageAsync(
        BenchDevice device, BrowserSession session, Recording recording, CancellationToken cancel)
    {
        var page = await session.OpenAsync(device.Id, device.Page!);
        var description = device.Describe is { } path ? DeviceDescription.Read(path) : null;
        var time = new RealTime(TimeProvider.System);
        var watch = await PageWatch.BeginAsync(
            page,
            description is null
                ? new BrowserPanel(device.Id, page, time, NoEvidenceSink.Instance)
                : new DescribedPanel(device.Id, page, description, time, NoEvidenceSink.Instance, OtpLimit),
            description,
            recording.Happened);
        return watch.FollowAsync(cancel);
    }

    private static async Task ReadNotesAsync(Bench of, Recording recording, CancellationToken cancel)
    {
        var devices = of.Devices.Select(d => d.Id).ToList();
        try
        {
            // Reading a line blocks and can't be interrupted: the wait for it can.
            while (await Task.Run(Console.In.ReadLine, CancellationToken.None).WaitAsync(cancel) is { } line && line.Trim() != EndWord)
            {
                if (line.Trim().Length > 0)
                {
                    recording.Happened(OperatorNote.Read(line, devices));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C ends it too.
        }
    }
}
