using System.Diagnostics;

namespace PairingLab.Drivers.Browser;

/// <summary>axe-core, which npm gets the first time it is needed.</summary>
public static class AxeScript
{
    private static readonly SemaphoreSlim Getting = new(1, 1);

    /// <summary>The script.</summary>
    /// <param name="root">The repository.</param>
    /// <exception cref="InvalidOperationException">npm is missing, or could not get it.</exception>
    public static async Task<string> ReadAsync(string root)
    {
        var folder = Path.Combine(root, "drivers", "Browser", "npm");
        var script = Path.Combine(folder, "node_modules", "axe-core", "axe.min.js");
        await Getting.WaitAsync();
        try
        {
            if (!File.Exists(script))
            {
                await InstallAsync(folder);
            }
        }
        finally
        {
            Getting.Release();
        }

        return await File.ReadAllTextAsync(script);
    }

    private static async Task InstallAsync(string folder)
    {
        var program = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var start = new ProcessStartInfo(program, ["install", "--no-package-lock", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var npm = Process.Start(start) ?? throw new InvalidOperationException("npm did not start");
        var errors = npm.StandardError.ReadToEndAsync();
        await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm could not install axe-core: {await errors}");
        }
    }
}
