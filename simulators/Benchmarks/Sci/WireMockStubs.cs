using System.Diagnostics;
using System.Text.Json;

namespace PairingLab.Benchmarks.Sci;

/// <summary>WireMock's jar out of its npm package, and a folder with one static stub.</summary>
internal static class WireMockStubs
{
    /// <summary>The jar, installed the first time it is needed.</summary>
    public static async Task<string> JarAsync()
    {
        var folder = Path.Combine(SourceFolder(), "npm");
        var jar = Path.Combine(folder, "node_modules", "wiremock", "build", "wiremock-standalone-3.13.2.jar");
        if (!File.Exists(jar))
        {
            using var npm = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "install --no-package-lock --no-audit --no-fund") { WorkingDirectory = folder })!;
            await npm.WaitForExitAsync();
        }

        return File.Exists(jar) ? jar : throw new FileNotFoundException($"npm install in {folder} did not bring the package wiremock 3.13.2", jar);
    }

    /// <summary>A root folder of WireMock that answers a request with a static body.</summary>
    public static DirectoryInfo Serving(string path, string body, string method = "GET")
    {
        var root = Directory.CreateTempSubdirectory("pairinglab-wiremock-");
        var stub = new
        {
            request = new { method, url = path },
            response = new { status = 200, body, headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "application/json; charset=utf-8" } },
        };
        File.WriteAllText(Path.Combine(root.CreateSubdirectory("mappings").FullName, "stub.json"), JsonSerializer.Serialize(stub));
        return root;
    }

    private static string SourceFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PairingLab.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"no PairingLab.sln above {AppContext.BaseDirectory}");
        }

        return Path.Combine(folder.FullName, "simulators", "Benchmarks");
    }
}
