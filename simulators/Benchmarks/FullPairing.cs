using PairingLab.Drivers.Evidence;
using PairingLab.Features.Commander;
using PairingLab.Features.Support;

namespace PairingLab.Benchmarks;

/// <summary>
/// A full pairing over the wire in virtual time: sign-in, Site OTP read from the serial line, service, [Pair POS], OTP, certificate.
/// </summary>
internal sealed class FullPairing : IBenchmark
{
    public async IAsyncEnumerable<Result> RunAsync()
    {
        await using var run = FeatureRun.Start();
        var times = new List<double>();
        for (var i = 0; i < 25; i++)
        {
            await using var bench = new ScenarioBench(run, "commander", NoEvidenceSink.Instance, throughBrowser: false, seed: i);
            await bench.StartAsync();
            var site = new CommanderSite(bench);
            await (await site.WorkstationAsync("pos-1")).WaitUntilReadyToPairAsync();
            times.Add(await Clocked.OnceAsync(async () =>
            {
                await site.StartServiceAsync();
                await site.PairAsync("pos-1");
            }));
        }

        times.RemoveRange(0, 5);
        times.Sort();
        yield return new("full pairing over the wire", times[times.Count / 2], "ms", 60, MoreIsBetter: false, await HandshakesAsync(),
            "two TLS connections and a request each, bare Kestrel");
    }

    /// <summary>A pairing needs at least the Configuration Client's and the workstation's TLS connection.</summary>
    private static async Task<double> HandshakesAsync()
    {
        var (app, address) = await BareKestrel.StartAsync(tls: true);
        await using (app)
        {
            return await Clocked.MedianAsync(3, 15, async () =>
            {
                for (var i = 0; i < 2; i++)
                {
                    using var handler = new SocketsHttpHandler();
#pragma warning disable MA0039 // The benchmark's own certificate on loopback.
                    handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore MA0039
                    using var http = new HttpClient(handler);
                    await http.GetStringAsync(new Uri(address));
                }
            });
        }
    }
}
