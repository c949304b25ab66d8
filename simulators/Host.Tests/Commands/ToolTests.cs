using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using PairingLab.Host.Commands;

namespace PairingLab.Host.Tests.Commands;

/// <summary>The lab as a .NET tool: packed, installed into an empty folder, started there.</summary>
public sealed class ToolTests : IDisposable
{
    private const string Sources = """
        <configuration><packageSources><clear /><add key="packed" value="packed" /></packageSources></configuration>
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pairinglab-tool-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task It_hosts_the_lab_without_the_repository()
    {
        await DotnetAsync(
            "pack", Path.Combine(Repository.Find().Root, "simulators", "Host"), "--no-build", "-c", "Debug",
            "-o", Path.Combine(folder.FullName, "packed"), "-p:PlaywrightPlatform=none", "-nologo");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "nuget.config"), Sources);
        await DotnetAsync(
            "tool", "install", "pairinglab", "--tool-path", "tools", "--configfile", Path.Combine(folder.FullName, "nuget.config"));

        var program = Path.Combine(folder.FullName, "tools", OperatingSystem.IsWindows() ? "pairinglab.exe" : "pairinglab");
        (await SaidAsync(program, 0, "host", "--help")).ShouldContain("pairinglab host");
        (await SaidAsync(program, 2, "--list")).ShouldContain("there is no PairingLab.sln");

        using var host = Start(program, ["host", "--port", "0"]);
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            var line = await host.StandardOutput.ReadLineAsync(limit.Token);
            line.ShouldNotBeNull().ShouldStartWith("bench page  http://");
            using var http = new HttpClient { BaseAddress = new(line["bench page  ".Length..].Trim()) };
            (await http.GetFromJsonAsync<JsonElement>("lab/devices", limit.Token)).GetArrayLength().ShouldBeGreaterThan(5);
            (await http.GetStringAsync("", limit.Token)).ShouldContain("pos-1");
        }
        finally
        {
            host.Kill(entireProcessTree: true);
            await host.WaitForExitAsync();
        }
    }

    private async Task DotnetAsync(params string[] arguments) => await SaidAsync("dotnet", 0, arguments);

    private async Task<string> SaidAsync(string program, int code, params string[] arguments)
    {
        using var process = Start(program, arguments);
        using var limit = new CancellationTokenSource(Patience);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        var said = await process.StandardOutput.ReadToEndAsync(limit.Token) + await errors;
        await process.WaitForExitAsync(limit.Token);
        process.ExitCode.ShouldBe(code, $"{program} {string.Join(' ', arguments)}\n{said}");
        return said;
    }

    private Process Start(string program, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder.FullName,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;
}
