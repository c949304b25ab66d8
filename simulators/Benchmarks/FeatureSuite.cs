using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PairingLab.Benchmarks;

/// <summary>The scenarios of some tags, as <c>run-lab --tags</c> runs them once the features are built (Debug).</summary>
internal static partial class FeatureSuite
{
    /// <summary>Seconds from the start of the program to its end, and how many scenarios passed; all have to.</summary>
    public static async Task<(double Seconds, int Scenarios)> RunAsync(string tags)
    {
        var said = "";
        var milliseconds = await Clocked.OnceAsync(async () =>
        {
            using var run = Process.Start(HostProcess.Command("run", "--no-build", "--tags", tags))!;
            said = await run.StandardOutput.ReadToEndAsync();
            await run.WaitForExitAsync();
            if (run.ExitCode != 0)
            {
                throw new InvalidOperationException(
                    $"the scenarios {tags} did not pass; build the features first (dotnet build features): {said}");
            }
        });
        return (milliseconds / 1000,
            int.Parse(Passed().Match(said).Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"(?<count>\d+) passed,")]
    private static partial Regex Passed();
}

/// <summary>Every Commander scenario, the browser ones too.</summary>
internal sealed class CommanderSuite : IBenchmark
{
    public async IAsyncEnumerable<Result> RunAsync()
    {
        var (seconds, scenarios) = await FeatureSuite.RunAsync("@commander");
        yield return new($"whole Commander suite, {scenarios} scenarios", seconds, "s", 60, MoreIsBetter: false, null, "");
    }
}

/// <summary>Every scenario of the admin panel in a browser. The goal is for seventy of them; there are more.</summary>
internal sealed class PanelSuite : IBenchmark
{
    private const int Counted = 70;

    public async IAsyncEnumerable<Result> RunAsync()
    {
        var (seconds, scenarios) = await FeatureSuite.RunAsync("@access-control and @browser");
        yield return new("70 browser scenarios of the admin panel", seconds * Counted / scenarios, "s", 90, MoreIsBetter: false, seconds,
            $"all {scenarios} of them, start of the run included");
    }
}
