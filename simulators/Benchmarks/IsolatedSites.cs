using System.Net.Http.Json;
using System.Text.Json;

namespace PairingLab.Benchmarks;

/// <summary>Sites for other people's tests: how long one takes to be made, and how much memory it holds.</summary>
internal sealed class IsolatedSites : IBenchmark
{
    private const int Warm = 5;
    private const int Measured = 20;
    private const double Megabyte = 1 << 20;

    public async IAsyncEnumerable<Result> RunAsync()
    {
        using var host = await HostProcess.StartAsync(17068);
        using var http = new HttpClient { BaseAddress = new("http://127.0.0.1:17068") };
        for (var i = 0; i < Warm; i++)
        {
            await MakeAsync(http);
        }

        var (before, busyBefore) = (host.Memory, host.ProcessorTime);
        var times = new List<double>();
        for (var i = 0; i < Measured; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            await MakeAsync(http);
            times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        var (memory, busy) = (host.Memory - before, host.ProcessorTime - busyBefore);
        yield return new(
            "a site of all systems, made", times.Order().ElementAt(Measured / 2), "ms", 200, MoreIsBetter: false,
            busy.TotalMilliseconds / Measured, "of it processor time, on average");
        yield return new("memory of a site", memory / Megabyte / Measured, "MB", 5, MoreIsBetter: false, null, "");
    }

    private static async Task MakeAsync(HttpClient http)
    {
        using var made = await http.PostAsJsonAsync("/lab/sites", new { clock = "stepped" });
        made.EnsureSuccessStatusCode();
        await made.Content.ReadFromJsonAsync<JsonElement>();
    }
}
