using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PairingLab.Drivers.StandIns;

/// <summary>WireMock itself, worked over its admin API (portable package set).</summary>
public sealed partial class WireMockJar : IStandIn
{
    /// <summary>A JVM takes seconds to start on a busy machine.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });

    private WireMockJar(Process process, int port)
    {
        this.process = process;
        Address = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
    }

    /// <inheritdoc />
    public Uri Address { get; }

    /// <summary>Starts it; npm gets the jar the first time.</summary>
    /// <param name="root">The repository.</param>
    /// <exception cref="StandInMissingException">There is no Java, or no npm.</exception>
    public static async Task<IStandIn> StartAsync(string root)
    {
        var folder = Path.Combine(root, "drivers", "StandIns", "npm");
        var jars = new DirectoryInfo(Path.Combine(folder, "node_modules", "wiremock", "build"));
        if (!jars.Exists)
        {
            await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", folder, "install", "--no-package-lock", "--no-audit", "--no-fund");
        }

        // No journal: it would keep card numbers, and grow.
        var started = Start("java", folder, "-jar", jars.GetFiles("*.jar")[0].FullName, "--port", "0", "--bind-address", "127.0.0.1", "--no-request-journal", "--disable-banner");
        try
        {
            return new WireMockJar(started, await PortAsync(started));
        }
        catch
        {
            started.Kill();
            started.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public async Task AddAsync(IEnumerable<Stub> stubs, CancellationToken cancel = default)
    {
        var body = new JsonObject { ["mappings"] = new JsonArray([.. stubs.Select(s => s.Mapping.DeepClone())]) };
        using var answer = await http.PostAsJsonAsync(new Uri(Address, "/__admin/mappings/import"), body, cancel);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"WireMock took no stubs: {await answer.Content.ReadAsStringAsync(cancel)}");
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<int> PortAsync(Process started)
    {
        using var limit = new CancellationTokenSource(StartLimit, TimeProvider.System);
        var said = "";
        while (await started.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            said += line + "\n";
            if (Port().Match(line) is { Success: true } match)
            {
                // Nobody reads what else it says, and a full pipe would stop it.
                _ = started.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                _ = started.StandardError.BaseStream.CopyToAsync(Stream.Null);
                return int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
            }
        }

        throw new StandInMissingException($"WireMock did not start (Java 17 or later is needed): {said}{await started.StandardError.ReadToEndAsync(limit.Token)}");
    }

    private static Process Start(string program, string folder, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new StandInMissingException($"WireMock plays the third parties and needs '{program}', which is not there: install Java 17 and Node", e);
        }
    }

    private static async Task RunAsync(string program, string folder, params string[] arguments)
    {
        using var npm = Start(program, folder, arguments);
        var errors = npm.StandardError.ReadToEndAsync();
        await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new StandInMissingException($"npm could not install WireMock: {await errors}");
        }
    }

    [GeneratedRegex(@"^port:\s*(?<port>[0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Port();
}
