using System.Data.Common;
using PairingLab.Drivers.Browser;
using PairingLab.Host.Desk;
using PairingLab.Host.History;
using PairingLab.Host.Runs;
using PairingLab.Host.Traces;
using PairingLab.Reports;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Commands;

/// <summary>Runs the features in a process of their own, shows how it goes, and ends with the report.</summary>
public sealed class FeatureRunner(Repository repository, LabConsole console)
{
    private readonly FeaturesBuild features = new(repository, console);

    /// <summary>Does a run; gives the exit code.</summary>
    public async Task<int> RunAsync(RunOptions options, CancellationToken interrupted)
    {
        var editor = EditorLinks.OfSetting(repository.Root);
        var plan = RunPlan.Make(options, repository);
        if (plan.Scenarios.Count == 0)
        {
            console.Say(options.LastFailed ? "no scenario failed when it ran last" : "nothing is left to run");
            return ExitCode.Passed;
        }

        var times = new RunTimes(TimeProvider.System);
        await PrepareAsync(options, plan, interrupted);
        times.Built();
        var seed = plan.Seed ?? Random.Shared.Next(1, 1_000_000);
        var run = plan.Resumed?.Folder ?? repository.NewRun(TimeProvider.System);
        console.Say($"{Selection.Count(plan.Scenarios.Count)} on the bench \"{plan.Bench.Name}\", seed {seed}");
        var control = new RunControl(console, TimeProvider.System);
        await using var physical = await PhysicalBench.BeginAsync(plan, options, console, interrupted);
        var desk = plan.NeedsOperator || options.Desk is not null
            ? await OpenDeskAsync(plan, options.Desk ?? DeskPlace.AnyPort, control, interrupted)
            : null;
        await using (desk)
        {
            if (desk is not null)
            {
                options.Answers?.Invoke(desk.Desk);
            }
            else
            {
                ReadWords(control, interrupted);
            }

            var process = new FeatureProcess(repository, features.Assembly, plan, options, run, seed)
            {
                Control = control,
                Desk = plan.NeedsOperator ? desk!.Address : "",
            };
            var code = await TestAsync(new RunRounds(options, plan, process, console), plan, run, times, process, interrupted);
            var ended = Report(run, plan, editor, code, times, process.Output, interrupted.IsCancellationRequested);
            KeepLast(options.Keep, run);
            return ended;
        }
    }

    private async Task PrepareAsync(RunOptions options, RunPlan plan, CancellationToken interrupted)
    {
        await features.PrepareAsync(options.Build, interrupted);
        if (plan.NeedsBrowser)
        {
            var installer = new BrowserInstaller(new(BrowserMachine.This), InstallMachine.This, l => console.Say(l));
            var browser = plan.NeedsBrowserThroughout
                ? await installer.FindOrInstallAsync(plan.Bench.Browser)
                : await installer.LookOrInstallAsync(plan.Bench.Browser);
            console.Say(browser is null
                ? "no browser: the scenarios that need one are skipped"
                : $"browser: {browser.Path} ({browser.How})");
        }
    }

    private async Task<DeskServer> OpenDeskAsync(
        RunPlan plan, DeskPlace place, RunControl control, CancellationToken interrupted)
    {
        var desk = await DeskServer.StartAsync(
            new ControlledInput(Console.In, control), console.Output, interrupted, plan.Bench.AnswerWithin, place, control);
        console.Say(plan.NeedsOperator
            ? $"this bench needs you: answer here, or at {desk.Address}/"
            : $"the desk of this run: {desk.Address}/");
        if (place.IsOpen)
        {
            console.Say($"from a tablet or phone: {desk.AddressFromOutside}");
            if (console.IsWatched)
            {
                // A log keeps the line above; the drawing is for a phone that is held before the screen.
                console.Say(QrCode.Of(desk.AddressFromOutside));
            }
        }

        console.Say($"type {string.Join(", ", RunControl.Words)} to do that to the run");
        return desk;
    }

    // Reading a line blocks and can't be interrupted, so nobody waits for it; it ends with the process.
    private static void ReadWords(RunControl control, CancellationToken interrupted) => _ = Task.Run(
        async () =>
        {
            using var input = new ControlledInput(Console.In, control);
            while (await input.ReadLineAsync(interrupted) is not null)
            {
                // Nobody asked anything.
            }
        },
        interrupted);

    private async Task<int?> TestAsync(
        RunRounds rounds, RunPlan plan, DirectoryInfo run, RunTimes times, FeatureProcess process, CancellationToken interrupted)
    {
        var tail = new EvidenceTail(run);
        tail.ReadNew();
        var progress = new RunProgress(tail, plan.Scenarios.Count, console, TimeProvider.System, times);
        using var ended = new CancellationTokenSource();
        var shown = progress.FollowAsync(ended.Token);
        try
        {
            return await rounds.RunAsync(progress, interrupted);
        }
        catch (OperationCanceledException)
        {
            TakeStopDown(run);
            console.Say($"stopped; writing the report of what ran; the rest of it: run-lab --resume {run.Name}{Where}");
            return null;
        }
        finally
        {
            await ended.CancelAsync();
            await shown;
            await File.AppendAllLinesAsync(Path.Combine(run.FullName, "features.log"), process.Output, CancellationToken.None);
        }
    }

    private string Where => repository.Out is { } folder ? $" --out {folder}" : "";

    // The process that runs scenarios was killed, and can't say so itself.
    private static void TakeStopDown(DirectoryInfo run)
    {
        var evidence = new EvidenceFolder(run);
        if (evidence.ReadRun() is { } begun)
        {
            var stop = new Intervention(Intervention.Stop, Environment.UserName, TimeProvider.System.GetUtcNow());
            evidence.WriteRun(begun with { Interventions = [.. begun.Interventions, stop] });
        }
    }

    // The run that shards are merged into tells them, and once is enough.
    private void Annotate(RunSummary summary, RunPlan plan)
    {
        if (!plan.IsShard)
        {
            Annotations.Of(summary, Environment.GetEnvironmentVariable).ToList().ForEach(l => console.Say(l));
        }
    }

    // Runs of today's naming alone: a merged run, or one that a person gave a name, is theirs to throw away.
    private void KeepLast(int? keep, DirectoryInfo run)
    {
        foreach (var old in keep is { } count ? repository.Runs.Where(r => char.IsAsciiDigit(r.Name[0])).SkipLast(count) : [])
        {
            if (old.FullName != run.FullName)
            {
                old.Delete(recursive: true);
            }
        }
    }

    // A report can be written without a history, and a run must not be lost for it.
    private RunReading Remembered(DirectoryInfo run)
    {
        try
        {
            using var history = HistoryStore.Open(repository);
            history.Before(run.Name).Write(run);
            var reading = RunReading.Of(run);
            history.Add(reading);
            return reading;
        }
        catch (Exception e) when (e is CommandException or DbException or IOException)
        {
            console.Complain($"the run is not in the history: {e.Message}");
            return RunReading.Of(run);
        }
    }

    private int Report(
        DirectoryInfo run, RunPlan plan, EditorLinks? editor, int? code, RunTimes times, List<string> output, bool stopped)
    {
        var reading = Remembered(run);
        reading.Editor = editor;
        ReportWriter.Write(reading);
        if (RunTrace.Send(reading) is { } whyNot)
        {
            console.Complain(whyNot);
        }

        new LastFailed(repository).Update(reading.Results);
        var summary = reading.Summary;
        console.Say();
        console.Output.Write(ConsoleSummary.Of(summary));
        console.Say($"        {new Uri(summary.Index).AbsoluteUri}");
        Annotate(summary, plan);
        console.Say(times.Ended());
        if (summary.Total == 0 && !stopped)
        {
            var last = output.FindLast(l => l.Trim().Length > 0)?.Trim() ?? "it said nothing";
            console.Complain($"no scenario ran; {last}; all of it is in {Path.Combine(run.FullName, "features.log")}");
        }

        // A failure of the test process that no scenario tells of would otherwise pass for a success.
        var untold = code is not 0 && summary.Passed + summary.Flaky == summary.Total;
        if (summary.Verdict == Outcome.Skipped)
        {
            console.Complain("nothing ran: every scenario was skipped, for the reasons that stand in the report");
        }

        return untold || summary.Total < plan.Scenarios.Count ? ExitCode.LabError : summary.Verdict switch
        {
            Outcome.Passed => ExitCode.Passed,
            Outcome.Failed => ExitCode.Failed,
            _ => ExitCode.LabError,
        };
    }
}
