using System.Diagnostics;

namespace PairingLab.Benchmarks;

/// <summary>The real program, started as <c>host</c> on the port that it is given.</summary>
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

    /// <summary>Memory that it holds now.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>How the program is started; what it prints is read by the caller.</summary>
    public static ProcessStartInfo Command(params string[] arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "PairingLab.Host.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };

    /// <summary>Starts it and waits for the first answer of its directory.</summary>
    public static async Task<HostProcess> StartAsync(int port)
    {
        var started = Process.Start(Command("host", "--port", $"{port}"))!;
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
