using System.Diagnostics;

namespace PairingLab.Benchmarks;

/// <summary>The real program, started as <c>host</c> on a port of its own.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process process;

    private HostProcess(Process process) => this.process = process;

    /// <summary>Processor time it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits for the first answer of its directory.</summary>
    public static async Task<HostProcess> StartAsync(int port)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "PairingLab.Host.dll");
        var started = Process.Start(new ProcessStartInfo("dotnet", [program, "host", "--port", $"{port}"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var http = new HttpClient();
        var address = new Uri($"http://127.0.0.1:{port}/lab/directory");
        var limit = Stopwatch.StartNew();
        while (limit.Elapsed < TimeSpan.FromSeconds(30))
        {
            try
            {
                await http.GetStringAsync(address);
                return new(started);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
            }
        }

        started.Kill();
        throw new TimeoutException($"host did not answer at {address} within 30 s");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
