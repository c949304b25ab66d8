namespace PairingLab.Benchmarks;

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
