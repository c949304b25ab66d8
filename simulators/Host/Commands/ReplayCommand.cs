using System.CommandLine;
using PairingLab.Drivers.Serial;

namespace PairingLab.Host.Commands;

/// <summary>replay: plays the recorded lines of a run to drivers on a desk without the hardware.</summary>
public sealed class ReplayCommand(LabConsole console, CancellationToken interrupted)
{
    private readonly Argument<string> run = new("RUN") { Description = "The run's folder: reports/out/<run>" };
    private readonly Option<double> speed = new("--speed")
    {
        Description = "1 is the pace of the bench",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>The command with its options.</summary>
    public Command Command()
    {
        var command = new Command("replay", "Plays the recorded lines of a run on TCP ports, until Ctrl-C") { run, speed };
        command.SetAction((parsed, _) => PlayAsync(parsed.GetValue(run)!, parsed.GetValue(speed)));
        return command;
    }

    private async Task<int> PlayAsync(string folder, double pace)
    {
        var lines = Path.Combine(folder, "lines");
        var logs = Directory.Exists(lines) ? Directory.GetFiles(lines, "*.log").Order(StringComparer.Ordinal).ToList() : [];
        if (logs.Count == 0)
        {
            throw new CommandException($"{folder} holds no recorded line; a run with a real display leaves them in its folder lines/");
        }

        if (pace is not (> 0 and <= 1000))
        {
            throw new CommandException($"--speed {pace} is invalid: it must be above 0, such as 10 for ten times as fast");
        }

        var replays = logs.ConvertAll(l => (Log: l, Replay: LineReplay.Start(l, TimeProvider.System, pace)));
        foreach (var (log, replay) in replays)
        {
            var device = Path.GetFileNameWithoutExtension(log);
            console.Say($"{device,-16} {replay.Address}  {replay.Length:c}; every reader sees it from its beginning");
        }

        console.Say("put an address into a bench file as \"line\", or try: run-lab monitor ADDRESS; Ctrl-C ends it");
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = interrupted.Register(() => stopped.TrySetResult());
        await stopped.Task;
        foreach (var (_, replay) in replays)
        {
            await replay.DisposeAsync();
        }

        return ExitCode.Passed;
    }
}
