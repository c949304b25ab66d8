using PairingLab.Drivers.Evidence;
using PairingLab.Features.Support;
using PairingLab.Reports.Evidence;

namespace PairingLab.Benchmarks;

/// <summary>What a scenario costs before it does anything: its own site with all devices, evidence, and clearing away.</summary>
internal sealed class EmptyScenario : IBenchmark
{
    public async IAsyncEnumerable<Result> RunAsync()
    {
        Environment.SetEnvironmentVariable("PAIRINGLAB_RUN", Path.Combine(Path.GetTempPath(), $"pairinglab-bench-{Environment.ProcessId}"));
        await using var run = FeatureRun.Start();
        var bare = await Clocked.MedianAsync(5, 20, async () => await (await BareKestrel.StartAsync(tls: false)).App.DisposeAsync());
        var wire = await Clocked.MedianAsync(5, 40, () => ScenarioAsync(run, page: false));
        yield return new("empty scenario, no browser", wire, "ms", 50, MoreIsBetter: false, bare, "one bare Kestrel, start and stop");
        var browser = await Clocked.MedianAsync(3, 10, () => ScenarioAsync(run, page: true));
        yield return new("empty scenario with browser", browser, "ms", 500, MoreIsBetter: false, null, "");
    }

    private static async Task ScenarioAsync(FeatureRun run, bool page)
    {
        var recorder = new ScenarioRecorder(TimeProvider.System, () => null);
        await using var bench = new ScenarioBench(run, "commander", NoEvidenceSink.Instance, throughBrowser: page, seed: 1);
        await bench.StartAsync();
        await (await bench.PanelAsync("pos-1")).ReadAsync();
        run.Folder.Add(recorder.Finish(new() { FeaturePath = "", Feature = "bench", Name = "empty", Outcome = Outcome.Passed }, []),
            recorder.Secrets);
    }
}
