using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace PairingLab.Benchmarks;

/// <summary>A static answer of a peer.</summary>
/// <param name="Method">The method that it answers.</param>
/// <param name="Path">A regular expression of the path that it answers.</param>
/// <param name="Json">The body; the status is 200.</param>
internal sealed record PeerAnswer(string Method, string Path, string Json);

/// <summary>A web server in another process: what the lab is measured beside.</summary>
internal sealed class WebProcess : IDisposable
{
    private const string Json = "application/json; charset=utf-8";
    private const string Jar = "wiremock-standalone-3.13.2.jar";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string This = typeof(WebProcess).Assembly.Location;

    private readonly Process process;

    private WebProcess(Process process, string name, int port) => (this.process, Name, Port) = (process, name, port);

    /// <summary>What it is, as the table says it.</summary>
    public string Name { get; }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"));

    /// <summary>The least that a web server of this platform can be, answering a static body.</summary>
    public static Task<WebProcess> BareKestrelAsync(string body)
    {
        var port = FreePort();
        return StartAsync("bare Kestrel, static body", port, "dotnet", This, "--bare", $"{port}", body);
    }

    /// <summary>
    /// Mock servers with static answers and without a journal, which would grow with the load: WireMock.Net, and WireMock where Java is.
    /// </summary>
    public static async IAsyncEnumerable<WebProcess> PeersAsync(params IReadOnlyList<PeerAnswer> answers)
    {
        var port = FreePort();
        var served = JsonSerializer.Serialize(answers);
        using (var net = await StartAsync("WireMock.Net 1.25.0, static answer", port, "dotnet", This, "--wiremock", $"{port}", served))
        {
            yield return net;
        }

        if (await JavaAsync(answers) is { } java)
        {
            using (java)
            {
                yield return java;
            }
        }
    }

    /// <summary>Serves static answers with WireMock.Net until the process is ended.</summary>
    public static async Task ServeWireMockAsync(int port, string answers)
    {
        using var server = WireMockServer.Start(new WireMockServerSettings { Port = port, MaxRequestLogCount = 0 });
        foreach (var answer in JsonSerializer.Deserialize<PeerAnswer[]>(answers)!)
        {
            server.Given(Request.Create().UsingMethod(answer.Method).WithPath(new WireMock.Matchers.RegexMatcher($"^{answer.Path}$")))
                .RespondWith(Response.Create().WithHeader("Content-Type", Json).WithBody(answer.Json));
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    /// <summary>WireMock itself, out of its npm package; null, with a line that says why, where Java or npm is missing.</summary>
    private static async Task<WebProcess?> JavaAsync(IReadOnlyList<PeerAnswer> answers)
    {
        var npm = Path.Combine(SourceFolder(), "npm");
        var jar = Path.Combine(npm, "node_modules", "wiremock", "build", Jar);
        var root = Directory.CreateTempSubdirectory("pairinglab-wiremock-");
        try
        {
            await RunAsync("java", npm, "-version");
            if (!File.Exists(jar))
            {
                await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", npm, "install", "--no-audit", "--no-fund",
                    "--ignore-scripts");
            }

            var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = Json };
            var mappings = answers.Select(a => new
            {
                request = new { method = a.Method, urlPathPattern = a.Path },
                response = new { status = 200, body = a.Json, headers },
            });
            var file = Path.Combine(root.CreateSubdirectory("mappings").FullName, "answers.json");
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { mappings }));
            var port = FreePort();
            return await StartAsync(
                "WireMock 3.13.2 (Java), static answer", port,
                "java", "-jar", jar, "--port", $"{port}", "--root-dir", root.FullName, "--no-request-journal", "--disable-banner");
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"WireMock for Java is not measured: {e.Message}");
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<WebProcess> StartAsync(string name, int port, string program, params string[] arguments)
    {
        var launched = Process.Start(new ProcessStartInfo(program, arguments))!;
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Patience)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port);
                return new(launched, name, port);
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }

        launched.Kill();
        throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not listen within {Patience}");
    }

    private static async Task RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var started = Process.Start(start)!;
        var errors = started.StandardError.ReadToEndAsync();
        await started.StandardOutput.ReadToEndAsync();
        await started.WaitForExitAsync();
        if (started.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {await errors}");
        }
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
