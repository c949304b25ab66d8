using System.Diagnostics;

namespace PairingLab.Drivers.Tests.Bench;

/// <summary>Node with the packages of the tests' npm folder, installed the first time they are needed.</summary>
public sealed class Npm : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(RepositoryPaths.Tests, "npm");

    /// <summary>Why there is none, or null when there is.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        try
        {
            if (!Directory.Exists(Path.Combine(Folder, "node_modules", "ajv")))
            {
                await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "install", "--no-package-lock", "--no-audit", "--no-fund");
            }
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            Missing = $"npm could not install ajv: {e.Message}";
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<string[]> ValidateAsync(string schema, IEnumerable<string> files) => RunAsync("node", ["validate.cjs", schema, .. files]);

    private static async Task<string[]> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? lines : throw new InvalidOperationException(await errors);
    }
}
