using System.Diagnostics;

namespace PairingLab.Drivers.Browser;

/// <summary>Finds a browser and, when there is none, installs one.</summary>
/// <param name="finder">Looks before and after.</param>
/// <param name="machine">Where it is installed.</param>
/// <param name="say">Tells the person what is being done, one line at a time.</param>
public sealed class BrowserInstaller(BrowserFinder finder, InstallMachine machine, Action<string> say)
{
    private const string Apt = "/usr/bin/apt-get";

    /// <summary>The browser; throws <see cref="NoBrowserException"/>, which says how to install one, when that failed.</summary>
    /// <param name="ofBench">The bench file's, or null.</param>
    public async Task<BrowserFound> FindOrInstallAsync(string? ofBench = null) =>
        await LookOrInstallAsync(ofBench) ?? await finder.FindAsync(ofBench);

    /// <summary>The browser; null when there is none and none can be installed. One that is named must be there.</summary>
    /// <param name="ofBench">The bench file's, or null.</param>
    public async Task<BrowserFound?> LookOrInstallAsync(string? ofBench = null)
    {
        if (await finder.LookAsync(ofBench) is { } found)
        {
            return found;
        }

        if (machine.HasApt() && machine.IsRoot())
        {
            await AptAsync();
        }

        return await finder.LookAsync(ofBench) ?? await OwnAsync(ofBench);
    }

    private async Task AptAsync()
    {
        say("no browser found: installing Debian's package chromium, which takes a minute or two");
        if (await machine.Run(Apt, ["install", "-y", "--no-install-recommends", "chromium"]) != 0)
        {
            // A fresh image has no package lists yet.
            await machine.Run(Apt, ["update"]);
            await machine.Run(Apt, ["install", "-y", "--no-install-recommends", "chromium"]);
        }

        // Where there is such a package the lab is faster with it; where not, nothing is missing.
        await machine.Run(Apt, ["install", "-y", "--no-install-recommends", "chromium-headless-shell"]);
    }

    private async Task<BrowserFound?> OwnAsync(string? ofBench)
    {
        say("no browser found: installing Playwright's chromium");
        machine.Playwright(["install", "chromium"]);
        return await finder.LookAsync(ofBench);
    }
}

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
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
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
