using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace PairingLab.Benchmarks;

/// <summary>WireMock in a process of its own, with static stubs: the peer that the lab is measured beside.</summary>
internal sealed class WireMockServer : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly Process process;

    private WireMockServer(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it; null when this machine can't.</summary>
    public static async Task<WireMockServer?> StartAsync()
    {
        if (await WireMockJar.FindAsync() is not { } jar)
        {
            return null;
        }

        var port = FreePort();

        // Its journal of requests would grow with the load; a mock under load is run without.
        var start = new ProcessStartInfo("java", ["-jar", jar, "--port", $"{port}", "--no-request-journal", "--disable-banner"]) { RedirectStandardOutput = true, UseShellExecute = false };
        var server = new WireMockServer(Process.Start(start)!, new($"http://127.0.0.1:{port}"));
        server.process.OutputDataReceived += (_, _) => { };
        server.process.BeginOutputReadLine();
        await server.WaitAsync();
        return server;
    }

    /// <summary>Adds a stub: this method and path pattern are answered so.</summary>
    public async Task StubAsync(string method, string urlPathPattern, int status, string json)
    {
        using var http = new HttpClient();
        var stub = new
        {
            request = new { method, urlPathPattern },
            response = new { status, body = json, headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "application/json" } },
        };
        (await http.PostAsJsonAsync(new Uri(Address, "/__admin/mappings"), stub)).EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitAsync()
    {
        using var http = new HttpClient();
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Limit)
        {
            try
            {
                (await http.GetAsync(new Uri(Address, "/__admin/mappings"))).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }

        Dispose();
        throw new TimeoutException($"WireMock did not answer at {Address} within {Limit}");
    }
}
