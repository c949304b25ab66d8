using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PairingLab.Benchmarks.Sci;

/// <summary>A web server in a process of its own.</summary>
internal sealed class WebProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;

    private WebProcess(Process process, int port) => (this.process, Port) = (process, port);

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>The least that a web server of this platform can be, answering a static body.</summary>
    public static Task<WebProcess> BareKestrelAsync(string body)
    {
        var port = FreePort();
        return StartAsync(port, "dotnet", typeof(WebProcess).Assembly.Location, "--bare", $"{port}", body);
    }

    /// <summary>WireMock as it comes, with a folder of stubs.</summary>
    public static Task<WebProcess> WireMockAsync(string jar, string root)
    {
        var port = FreePort();
        return StartAsync(port, "java", "-jar", jar, "--port", $"{port}", "--root-dir", root, "--disable-banner");
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

    private static async Task<WebProcess> StartAsync(int port, string program, params string[] arguments)
    {
        var launched = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Patience)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port);
                return new(launched, port);
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }

        launched.Kill();
        throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not listen within {Patience}");
    }
}
