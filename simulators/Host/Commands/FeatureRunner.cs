using System.Globalization;
using PairingLab.Drivers.Browser;
using PairingLab.Host.Desk;
using PairingLab.Reports;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Commands;

/// <summary>Runs the features in a process of their own, shows how it goes, and ends with the report.</summary>
public sealed class FeatureRunner(Repository repository, LabConsole console)
{
    private readonly FeaturesBuild features = new(repository, console);
    private readonly List<string> output = [];

    /// <summary>Does a run; gives the exit code.</summary>
    public async Task<int> RunAsync(RunOptions options, CancellationToken interrupted)
    {
        var plan = RunPlan.Make(options, repository);
        await PrepareAsync(options, plan, interrupted).ConfigureAwait(false);
        var seed = options.Seed ?? Random.Shared.Next(1, 1_000_000);
        var run = repository.NewRun(TimeProvider.System);
        console.Say($"{Count(plan.Scenarios)} on the bench \"{plan.Bench.Name}\", seed {seed}");
        var desk = plan.NeedsOperator ? await OpenDeskAsync(interrupted).ConfigureAwait(false) : null;
        await using (desk)
        {
            var code = await TestAsync(plan, Variables(options, plan, run, seed, desk), run, interrupted).ConfigureAwait(false);
            return Report(run, plan, code, interrupted.IsCancellationRequested);
        }
    }

    private static string Count(int scenarios) => scenarios == 1 ? "1 scenario" : $"{scenarios} scenarios";

    private async Task PrepareAsync(RunOptions options, RunPlan plan, CancellationToken interrupted)
    {
        await features.PrepareAsync(options.Build, interrupted).ConfigureAwait(false);
        if (plan.NeedsBrowser)
        {
            var browser = await new BrowserInstaller(new(BrowserMachine.This), InstallMachine.This, l => console.Say(l)).FindOrInstallAsync(plan.Bench.Browser).ConfigureAwait(false);
            console.Say($"browser: {browser.Path} ({browser.How})");
        }
    }

    private async Task<DeskServer> OpenDeskAsync(CancellationToken interrupted)
    {
        var desk = await DeskServer.StartAsync(Console.In, console.Output, interrupted).ConfigureAwait(false);
        console.Say($"this bench needs you: answer here, or at {desk.Address}/");
        return desk;
    }

    private static Dictionary<string, string> Variables(RunOptions options, RunPlan plan, DirectoryInfo run, int seed, DeskServer? desk) => new(StringComparer.Ordinal)
    {
        ["PAIRINGLAB_RUN"] = run.FullName,
        ["PAIRINGLAB_BENCH"] = plan.BenchFile,
        ["PAIRINGLAB_THROUGH"] = options.ThroughBrowser ? "browser" : "wire",
        ["PAIRINGLAB_SEED"] = seed.ToString(CultureInfo.InvariantCulture),
        ["PAIRINGLAB_TAGS"] = options.Tags ?? "",
        ["PAIRINGLAB_DESK"] = desk?.Address ?? "",
    };

    private async Task<int?> TestAsync(RunPlan plan, Dictionary<string, string> variables, DirectoryInfo run, CancellationToken interrupted)
    {
        List<string> arguments = ["test", features.Assembly];
        if (plan.Tags is { } tags)
        {
            arguments.AddRange(["--filter", tags.ToTestFilter()]);
        }

        var progress = new RunProgress(new EvidenceTail(run), plan.Scenarios, console, TimeProvider.System);
        using var ended = new CancellationTokenSource();
        var shown = progress.FollowAsync(ended.Token);
        try
        {
            return await new Dotnet(repository).RunAsync(arguments, output.Add, variables, interrupted).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            console.Say("stopped; writing the report of what ran");
            return null;
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await shown.ConfigureAwait(false);
            await File.WriteAllLinesAsync(Path.Combine(run.FullName, "dotnet-test.log"), output, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private int Report(DirectoryInfo run, RunPlan plan, int? code, bool stopped)
    {
        var summary = ReportWriter.Write(run);
        console.Say();
        console.Output.Write(ConsoleSummary.Of(summary));
        console.Say($"        {new Uri(summary.Index).AbsoluteUri}");
        if (summary.Total == 0 && !stopped)
        {
            console.Complain($"no scenario ran; {output.FindLast(l => l.Trim().Length > 0)?.Trim() ?? "dotnet test said nothing"}; all of it is in {Path.Combine(run.FullName, "dotnet-test.log")}");
        }

        // A failure of the test process that no scenario tells of would otherwise pass for a success.
        var untold = code is not 0 && summary.Passed == summary.Total;
        return untold || summary.Total < plan.Scenarios ? ExitCode.LabError : summary.Verdict switch
        {
            Outcome.Passed or Outcome.Skipped => ExitCode.Passed,
            Outcome.Failed => ExitCode.Failed,
            _ => ExitCode.LabError,
        };
    }
}
