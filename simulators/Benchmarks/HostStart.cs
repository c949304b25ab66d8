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
        yield return new("start of host to the first answer", start / 1000, "s", 1.5, MoreIsBetter: false, runtime / 1000, "the same program's --help");
    }

    private static async Task VersionAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "PairingLab.Host.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--help"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
    }
}
