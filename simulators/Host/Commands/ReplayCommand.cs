using System.CommandLine;
using System.Text.RegularExpressions;
using PairingLab.Drivers.Serial;
using PairingLab.Host.Replay;

namespace PairingLab.Host.Commands;

/// <summary>replay: plays what a run with hardware recorded to drivers on a desk without it.</summary>
public sealed class ReplayCommand(LabConsole console, CancellationToken interrupted)
{
    private readonly Argument<string> run = new("RUN") { Description = "The run's folder (reports/out/<run>), its name, or last" };
    private readonly Option<string?> name = new("--name")
    {
        Description = "The scenario whose name matches; left out, the first that did not pass",
        HelpName = "REGEX",
    };
    private readonly Option<bool> again = new("--run") { Description = "Runs the scenario on what is played, with the answers of then" };
    private readonly Option<string?> keep = new("--keep")
    {
        Description = "Keeps the scenario's recording, masked, in a folder that can be played",
        HelpName = "FOLDER",
    };
    private readonly Option<bool> noBuild = new("--no-build") { Description = "The features are built already" };
    private readonly Option<double> speed = new("--speed")
    {
        Description = "1 is the pace of the bench",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>The command with its options.</summary>
    public Command Command()
    {
        var command = new Command("replay", "Plays the lines and pages that a run with hardware recorded, until Ctrl-C")
        {
            run, name, again, keep, noBuild, speed,
        };
        command.SetAction((parsed, _) => PlayAsync(parsed));
        return command;
    }

    private async Task<int> PlayAsync(ParseResult parsed)
    {
        var pace = parsed.GetValue(speed);
        if (pace is not (> 0 and <= 1000))
        {
            throw new CommandException($"--speed {pace} is invalid: it must be above 0, such as 10 for ten times as fast");
        }

        var folder = Folder(parsed.GetValue(run)!);
        if (!File.Exists(Path.Combine(folder, "evidence", "run.json")))
        {
            return await PlayLinesAsync(folder, pace);
        }

        await using var played = await RecordedRun.StartAsync(folder, parsed.GetValue(name), pace, interrupted);
        var scenario = played.Scenario;
        console.Say($"\"{scenario.FullName}\" as it was at {scenario.Started:yyyy-MM-dd HH:mm:ss}: {scenario.Outcome}");
        foreach (var (device, line) in played.Lines)
        {
            console.Say($"{device,-16} {line.Address}  {line.Length:c}; every reader sees it from its beginning");
        }

        foreach (var (device, page) in played.Pages)
        {
            console.Say($"{device,-16} {page.Address}  goes on when the driver does what was done at the bench");
        }

        if (parsed.GetValue(keep) is { } kept)
        {
            played.Keep(folder, kept);
            console.Say($"kept in {Path.GetFullPath(kept)}");
            if (!parsed.GetValue(again))
            {
                return ExitCode.Passed;
            }
        }

        var bench = Path.Combine(Directory.CreateTempSubdirectory("pairinglab-replay-").FullName, "bench.json");
        played.WriteBench(bench);
        try
        {
            return parsed.GetValue(again)
                ? await RunAsync(played, bench, !parsed.GetValue(noBuild))
                : await WaitAsync($"a bench file with all of it: {bench}; Ctrl-C ends it");
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(bench)!, recursive: true);
        }
    }

    private static string Folder(string said)
    {
        if (Directory.Exists(Path.Combine(said, "lines")))
        {
            return said;
        }

        try
        {
            return Repository.Find().FindRun(said).FullName;
        }
        catch (CommandException e)
        {
            throw new CommandException($"{said} holds no recorded line or page: {e.Message}");
        }
    }

    private async Task<int> RunAsync(RecordedRun played, string bench, bool build)
    {
        var repository = Repository.Find();
        var feature = Path.Combine(repository.Features, played.Scenario.FeaturePath);
        if (!File.Exists(feature))
        {
            throw new CommandException($"\"{played.Scenario.FullName}\" is no scenario of the features; put its draft there first");
        }

        var code = await new FeatureRunner(repository, console).RunAsync(
            new()
            {
                // By its name: the lines above it may have changed since.
                Selection = new() { Paths = [feature], Name = $"^{Regex.Escape(played.Scenario.FullName)}$" },
                BenchFile = bench,
                Build = build,
                Answers = played.Answer,
                CommandLine = $"run-lab replay --run (of {played.Scenario.Started:yyyy-MM-dd HH:mm:ss})",
            },
            interrupted);
        foreach (var deviation in played.Deviations)
        {
            console.Say($"not as it was at the bench: {deviation}");
        }

        return code;
    }

    private async Task<int> PlayLinesAsync(string folder, double pace)
    {
        var lines = Path.Combine(folder, "lines");
        var logs = Directory.Exists(lines) ? Directory.GetFiles(lines, "*.log").Order(StringComparer.Ordinal).ToList() : [];
        var replays = logs.ConvertAll(l => (Log: l, Replay: LineReplay.Start(l, TimeProvider.System, pace)));
        foreach (var (log, replay) in replays)
        {
            var device = Path.GetFileNameWithoutExtension(log);
            console.Say($"{device,-16} {replay.Address}  {replay.Length:c}; every reader sees it from its beginning");
        }

        await WaitAsync("put an address into a bench file as \"line\", or try: run-lab monitor ADDRESS; Ctrl-C ends it");
        foreach (var (_, replay) in replays)
        {
            await replay.DisposeAsync();
        }

        return ExitCode.Passed;
    }

    private async Task<int> WaitAsync(string words)
    {
        console.Say(words);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = interrupted.Register(() => stopped.TrySetResult());
        await stopped.Task;
        return ExitCode.Passed;
    }
}
