using System.Diagnostics;

namespace PairingLab.Benchmarks;

/// <summary>Every Commander scenario, browser ones too, as <c>run-lab --tags @commander</c> runs them once the features are built (Debug).</summary>
internal sealed class CommanderSuite : IBenchmark
{
    public async IAsyncEnumerable<Result> RunAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "PairingLab.Host.dll");
        var seconds = await Clocked.OnceAsync(async () =>
        {
            using var run = Process.Start(new ProcessStartInfo("dotnet", [program, "run", "--no-build", "--tags", "@commander"]) { RedirectStandardOutput = true })!;
            var said = await run.StandardOutput.ReadToEndAsync();
            await run.WaitForExitAsync();
            if (run.ExitCode != 0)
            {
                throw new InvalidOperationException($"the Commander suite did not pass; build the features first (dotnet build features): {said}");
            }
        }) / 1000;
        yield return new("whole Commander suite", seconds, "s", 60, MoreIsBetter: false, null, "");
    }
}
