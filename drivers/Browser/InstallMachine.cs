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
        using var process = Process.Start(new ProcessStartInfo(program, arguments))
            ?? throw new InvalidOperationException($"{program} did not start");
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
