using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PairingLab.Benchmarks;

/// <summary>The scenarios of some tags, as <c>run-lab --tags</c> runs them once the features are built (Debug).</summary>
internal static partial class FeatureSuite
{
    /// <summary>Seconds from the start of the program to its end, and how many scenarios passed; all have to.</summary>
    public static async Task<(double Seconds, int Scenarios)> RunAsync(string tags)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "PairingLab.Host.dll");
        var said = "";
        var milliseconds = await Clocked.OnceAsync(async () =>
        {
            using var run = Process.Start(new ProcessStartInfo("dotnet", [program, "run", "--no-build", "--tags", tags]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            said = await run.StandardOutput.ReadToEndAsync();
            await run.WaitForExitAsync();
            if (run.ExitCode != 0)
            {
                throw new InvalidOperationException($"the scenarios {tags} did not pass; build the features first (dotnet build features): {said}");
            }
        });
        return (milliseconds / 1000, int.Parse(Passed().Match(said).Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"(?<count>\d+) passed,")]
    private static partial Regex Passed();
}
