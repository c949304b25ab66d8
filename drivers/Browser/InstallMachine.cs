using System.Diagnostics;

namespace PairingLab.Drivers.Browser;

/// <summary>What installing a browser needs of the machine.</summary>
/// <param name="HasApt">Whether this is a Debian or Ubuntu.</param>
/// <param name="IsRoot">Whether packages may be installed.</param>
/// <param name="Run">Runs a program with arguments; the exit code.</param>
/// <param name="Playwright">Runs Playwright's own program with arguments; the exit code.</param>
public sealed record InstallMachine(
    Func<bool> HasApt, Func<bool> IsRoot, Func<string, IReadOnlyList<string>, Task<int>> Run, Func<string[], int> Playwright)
{
    /// <summary>This machine.</summary>
    public static InstallMachine This { get; } = new(
        () => File.Exists("/usr/bin/apt-get"),
        () => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess,
        RunAsync,
        Microsoft.Playwright.Program.Main);

    private static async Task<int> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        // Nobody may be there to answer a question, and hundreds of lines hide the few that matter: they are shown when it failed.
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            await Console.Error.WriteLineAsync(string.Concat(said).TrimEnd());
        }

        return process.ExitCode;
    }
}
