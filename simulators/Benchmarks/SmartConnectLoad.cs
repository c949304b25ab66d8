using System.Diagnostics;
using PairingLab.Host.Site;

namespace PairingLab.Benchmarks;

/// <summary>Pairings and transactions a second over real HTTP, in memory and on disk, beside WireMock's static stubs asked by the same client.</summary>
internal sealed class SmartConnectLoad : IBenchmark
{
    private const int Clients = 16;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(5);

    public async IAsyncEnumerable<Result> RunAsync()
    {
        double? mockPairings = null, mockPayments = null;
        using (var mock = await WireMockServer.StartAsync())
        {
            if (mock is not null)
            {
                await mock.StubAsync("POST", "/Device/[^/]+/SignOn", 200, """{"session":"s"}""");
                await mock.StubAsync("POST", "/Device/[^/]+/PairingCode", 200, """{"pairingCode":"ABCDEF","refreshInSeconds":60,"expiresInSeconds":300}""");
                await mock.StubAsync("PUT", "/POS/Pairing/[^/]+", 200, """{"result":"success"}""");
                await mock.StubAsync("POST", "/POS/Transaction", 200, """{"transactionId":"1","transactionStatus":"PENDING","data":{"PollingUrl":"http://h/1"},"merchantAccessToken":"t"}""");
                (mockPairings, mockPayments) = await MeasureAsync(mock.Address);
            }
        }

        var (pairings, payments) = await OfLabAsync(null);
        yield return new("SmartConnect pairings, in memory", pairings, "/s", mockPairings ?? 0, MoreIsBetter: true, mockPairings, "WireMock, static stubs");
        yield return new("SmartConnect transactions, in memory", payments, "/s", mockPayments ?? 0, MoreIsBetter: true, mockPayments, "WireMock, static stubs");
        var folder = Directory.CreateTempSubdirectory("pairinglab-load-").FullName;
        (pairings, payments) = await OfLabAsync(folder);
        Directory.Delete(folder, recursive: true);
        yield return new("SmartConnect pairings, each on disk when answered", pairings, "/s", mockPairings ?? 0, MoreIsBetter: true, mockPairings, "WireMock, static stubs, keeps nothing");
        yield return new("SmartConnect transactions, each on disk when answered", payments, "/s", mockPayments ?? 0, MoreIsBetter: true, mockPayments, "WireMock, static stubs, keeps nothing");
    }

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
