using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Sci;
using PairingLab.Sci.Api;
using PairingLab.Sci.Core;
using PairingLab.Sci.Service;
using PairingLab.Sci.Signing;

namespace PairingLab.Benchmarks.Sci;

/// <summary>
/// Whole pairings a second over HTTP: code on the terminal, progress-pairing, confirmation, a signed pairing-info that says 200,
/// and unpaired again, as no terminal has hundreds of pairings.
/// </summary>
internal sealed class WholePairings : IBenchmark
{
    private const int Terminals = 16;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    public async IAsyncEnumerable<Result> RunAsync()
    {
        using var store = new MemoryStore();
        using var sci = new SciService(new SciSettings(), store, new RealClock(), SciCodes.Cryptographic);
        await using var servers = new SciServers(sci, store, new(new Cable("sci", new RealClock(), new Random(1))));
        await servers.StartAsync(default);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        await PairAsync(sci, servers, http, WarmUp);
        var times = await PairAsync(sci, servers, http, Measured);
        yield return new($"whole pairings, {Terminals} terminals at once", times.Count / Measured.TotalSeconds, "a second", 500,
            MoreIsBetter: true, null, "client in the same process");
        yield return new("whole pairing, p99 under that load", times[(int)(times.Count * 0.99)], "ms", 100, MoreIsBetter: false, null, "");
    }

    private static async Task<List<double>> PairAsync(SciService sci, SciServers servers, HttpClient http, TimeSpan span)
    {
        var started = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, Terminals).Select(n => Task.Run(async () =>
        {
            sci.Do(new EnrolTerminal($"eftpos-{n}", $"tid{n}", $"Terminal {n}", "tenant-1"));
            var times = new List<double>();
            while (Stopwatch.GetElapsedTime(started) < span)
            {
                times.Add(await Clocked.OnceAsync(() =>
                    PairOnceAsync(sci, servers, http, $"{servers.Terminals}/v1/terminals/eftpos-{n}/acts")));
            }

            return times;
        })));
        return [.. all.SelectMany(t => t).Order()];
    }

    private static async Task PairOnceAsync(SciService sci, SciServers servers, HttpClient http, string acts)
    {
        var view = await PostAsync(http, acts, new { @do = "start-pairing" }, null);
        var code = view.GetProperty("pairing").GetProperty("pairing_code").GetString();
        var data = (await PostAsync(http, $"{servers.Pairing}/v1/progress-pairing", new { pairing_code = code }, sci.Credentials.ApiKey))
            .GetProperty("data");
        await PostAsync(http, acts, new { @do = "confirm", id = data.GetProperty("pairing_id").GetString() }, null);
        var url = data.GetProperty("sci_api_base_url").GetString();
        var signer = new RequestSigner(data.GetProperty("key_id").GetString()!, sci.Credentials.SigningSecretPartA,
            data.GetProperty("signing_secret_part_b").GetString()!);
        await SignedAsync(http, signer, HttpMethod.Get, new($"{url}/v1/pairing-info"));
        await SignedAsync(http, signer, HttpMethod.Post, new($"{url}/v1/unpair"));
    }

    private static async Task SignedAsync(HttpClient http, RequestSigner signer, HttpMethod method, Uri url)
    {
        using var request = new HttpRequestMessage(method, url);
        foreach (var (name, value) in signer.Sign(method.Method, url, [], TimeProvider.System.GetUtcNow()).All)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<JsonElement> PostAsync(HttpClient http, string url, object body, string? apiKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = JsonContent.Create(body) };
        if (apiKey is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"ApiKey {apiKey}");
        }

        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
