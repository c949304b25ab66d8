using System.Diagnostics;
using PairingLab.Host.Site;

namespace PairingLab.Benchmarks;

/// <summary>
/// Pairings and transactions a second over real HTTP, in memory and on disk, beside mock servers with static answers that the same
/// client asks.
/// </summary>
internal sealed class SmartConnectLoad : IBenchmark
{
    private const int Clients = 16;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(5);

    private static readonly PeerAnswer[] Answers =
    [
        new("POST", "/Device/[^/]+/SignOn", """{"session":"s"}"""),
        new("POST", "/Device/[^/]+/PairingCode", """{"pairingCode":"ABCDEF","refreshInSeconds":60,"expiresInSeconds":300}"""),
        new("PUT", "/POS/Pairing/[^/]+", """{"result":"success"}"""),
        new(
            "POST", "/POS/Transaction",
            """{"transactionId":"1","transactionStatus":"PENDING","data":{"PollingUrl":"http://h/1"},"merchantAccessToken":"t"}"""),
    ];

    public async IAsyncEnumerable<Result> RunAsync()
    {
        var memory = await OfLabAsync(null);
        var folder = Directory.CreateTempSubdirectory("pairinglab-load-").FullName;
        var disk = await OfLabAsync(folder);
        Directory.Delete(folder, recursive: true);
        await foreach (var peer in WebProcess.PeersAsync(Answers))
        {
            var mock = await MeasureAsync(peer.Address);
            yield return Row("SmartConnect pairings, in memory", memory.Pairings, mock.Pairings, peer.Name);
            yield return Row("SmartConnect transactions, in memory", memory.Payments, mock.Payments, peer.Name);
            yield return Row("SmartConnect pairings, each on disk when answered", disk.Pairings, mock.Pairings,
                $"{peer.Name}, keeps nothing");
            yield return Row("SmartConnect transactions, each on disk when answered", disk.Payments, mock.Payments,
                $"{peer.Name}, keeps nothing");
        }
    }

    private static Result Row(string what, double lab, double peer, string name) =>
        new(what, lab, "/s", peer, MoreIsBetter: true, peer, name);

    private static async Task<(double Pairings, double Payments)> OfLabAsync(string? folder)
    {
        await using var site = await LabSite.StartAsync(new() { Systems = ["smartconnect"], DataFolder = folder });
        return await MeasureAsync(new(site.Systems[0].Directory.Single().Api!));
    }

    private static async Task<(double Pairings, double Payments)> MeasureAsync(Uri api)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var clients = Enumerable.Range(1, Clients).Select(i => new SmartConnectClient(http, api, $"load-{i}")).ToList();
        foreach (var client in clients)
        {
            await client.SignOnAsync();
        }

        await RateAsync(clients, WarmUp, (client, i) => client.PairAsync($"register-{i}"));
        var pairings = await RateAsync(clients, Span, (client, i) => client.PairAsync($"register-{i}"));
        await RateAsync(clients, WarmUp, (client, i) => client.PayAsync($"register-{i}"));
        var payments = await RateAsync(clients, Span, (client, i) => client.PayAsync($"register-{i}"));
        return (pairings, payments);
    }

    /// <summary>Each client does it again and again; how often a second in all.</summary>
    private static async Task<double> RateAsync(List<SmartConnectClient> clients, TimeSpan span, Func<SmartConnectClient, int, Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(clients.Select((client, i) => Task.Run(async () =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(began) < span; count++)
            {
                await work(client, i);
            }

            return count;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
