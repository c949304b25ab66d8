using PairingLab.Host.Site;

namespace PairingLab.Benchmarks;

/// <summary>
/// 1,000 registers on 100 devices, ten queued payments each: what it takes, on disk, to pair, to queue and to take them all.
/// </summary>
internal sealed class SmartConnectCrowd : IBenchmark
{
    private const int Devices = 100;
    private const int RegistersEach = 10;
    private const int PaymentsEach = 10;

    public async IAsyncEnumerable<Result> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pairinglab-crowd-").FullName;
        await using (var site = await LabSite.StartAsync(new() { Systems = ["smartconnect"], DataFolder = folder }))
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            var api = new Uri(site.Systems[0].Directory.Single().Api!);
            var clients = Enumerable.Range(1, Devices).Select(d => (Client: new SmartConnectClient(http, api, $"device-{d}"), Id: d))
                .ToList();
            await clients[0].Client.SignOnAsync();
            var before = Heap();
            var pairing = await Clocked.OnceAsync(() => Parallel.ForEachAsync(clients, async (c, _) =>
            {
                await c.Client.SignOnAsync();
                for (var r = 0; r < RegistersEach; r++)
                {
                    await c.Client.PairAsync($"register-{c.Id}-{r}");
                }
            }));
            var queueing = await Clocked.OnceAsync(() => Parallel.ForEachAsync(clients, async (c, _) =>
            {
                for (var p = 0; p < RegistersEach * PaymentsEach; p++)
                {
                    await c.Client.PayAsync($"register-{c.Id}-{p % RegistersEach}");
                }
            }));
            var memory = (Heap() - before) / 1024.0 / 1024.0;
            var taken = 0;
            var taking = await Clocked.OnceAsync(() =>
                Parallel.ForEachAsync(clients, async (c, _) => Interlocked.Add(ref taken, await c.Client.TakeAllAsync())));
            if (taken != Devices * RegistersEach * PaymentsEach)
            {
                throw new InvalidOperationException($"only {taken} of {Devices * RegistersEach * PaymentsEach} payments were taken");
            }

            yield return new("1,000 registers paired with 100 devices, on disk", pairing / 1000, "s", 30, MoreIsBetter: false, null,
                "1,000 codes and 1,000 pairings, each a save");
            yield return new("10,000 payments queued, on disk", queueing / 1000, "s", 60, MoreIsBetter: false, null, "each a save");
            yield return new("10,000 payments taken and approved, on disk", taking / 1000, "s", 120, MoreIsBetter: false, null,
                "each two saves");
            yield return new("memory of 1,000 registers and 10,000 queued payments", memory, "MB", 50, MoreIsBetter: false, null,
                "managed heap");
        }

        await foreach (var result in RestartAsync(folder))
        {
            yield return result;
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The managed heap without garbage, that of earlier benchmarks too.</summary>
    private static long Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static async IAsyncEnumerable<Result> RestartAsync(string folder)
    {
        var start = await Clocked.OnceAsync(async () =>
            await (await LabSite.StartAsync(new() { Systems = ["smartconnect"], DataFolder = folder })).DisposeAsync());
        yield return new("start of a site with all that", start / 1000, "s", 3, MoreIsBetter: false, null, "11,000 documents read");
    }
}
