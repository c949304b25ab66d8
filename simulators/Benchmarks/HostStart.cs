using System.Diagnostics;

namespace PairingLab.Benchmarks;

/// <summary>From the start of the <c>host</c> process to its first answer.</summary>
internal sealed class HostStart : IBenchmark
{
    public async IAsyncEnumerable<Result> RunAsync()
    {
        var port = 17070;
        var start = await Clocked.MedianAsync(1, 7, async () => (await HostProcess.StartAsync(port++)).Dispose());
        var runtime = await Clocked.MedianAsync(1, 7, VersionAsync);
        yield return new("start of host to the first answer", start / 1000, "s", 1.5, MoreIsBetter: false, runtime / 1000,
            "the same program's --help");
    }

    private static async Task VersionAsync()
    {
        using var process = Process.Start(HostProcess.Command("--help"))!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
    }
}

/// <summary>What <c>host</c> takes of one core while nobody does anything: the display's heartbeats, and little else.</summary>
internal sealed class IdleHost : IBenchmark
{
    // For half a minute the runtime compiles again what the start used most.
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(20);

    public async IAsyncEnumerable<Result> RunAsync()
    {
        using var host = await HostProcess.StartAsync(17069);
        await Task.Delay(Settle, TimeProvider.System);
        var before = host.ProcessorTime;
        await Task.Delay(Watch, TimeProvider.System);
        yield return new("idle CPU of host", (host.ProcessorTime - before) / Watch * 100, "% of a core", 1, MoreIsBetter: false, null, "");
    }
}
