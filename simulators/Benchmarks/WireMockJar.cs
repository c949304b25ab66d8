using System.Diagnostics;

namespace PairingLab.Benchmarks;

/// <summary>WireMock 3 out of its npm package, fetched once into the folder of the benchmark.</summary>
internal static class WireMockJar
{
    private const string Package = "wiremock@3.13.2";

    /// <summary>The path of the jar; null when npm or Java is not there.</summary>
    public static async Task<string?> FindAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "wiremock")).FullName;
        try
        {
            if (Jar(folder) is null)
            {
                await RunAsync("npm", folder, "install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", Package);
            }

            await RunAsync("java", folder, "-version");
            return Jar(folder);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"no WireMock beside it: {e.Message}");
            return null;
        }
    }

    private static string? Jar(string folder) => Directory.EnumerateFiles(folder, "*.jar", SearchOption.AllDirectories).FirstOrDefault();

    private static async Task RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {await errors}");
        }
    }
}
