using System.Text;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Http;
using PairingLab.Drivers.Roles;
using PairingLab.Drivers.Time;
using PairingLab.Drivers.Wire;
using PairingLab.Sci.Signing;

namespace PairingLab.Benchmarks.Sci;

/// <summary>
/// Signed <c>GET /v1/pairing-info</c> a second, beside WireMock as it comes and a bare Kestrel endpoint that give the same body
/// without looking at the request. Every server is a process of its own; one client, the same connections.
/// </summary>
internal sealed class SignedPairingInfo : IBenchmark
{
    private const string Path = "/v1/pairing-info";
    private const int HostPort = 17075;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    public async IAsyncEnumerable<Result> RunAsync()
    {
        var (lab, body) = await LabAsync();
        Load bare, peer;
        using (var kestrel = await WebProcess.BareKestrelAsync(body))
        {
            var unsigned = Encoding.ASCII.GetBytes($"GET {Path} HTTP/1.1\r\nHost: 127.0.0.1:{kestrel.Port}\r\n\r\n");
            bare = await new LoadClient(kestrel.Port, () => unsigned).RunAsync(WarmUp, Measured);
        }

        var stubs = WireMockStubs.Serving(Path, body);
        using (var wireMock = await WebProcess.WireMockAsync(await WireMockStubs.JarAsync(), stubs.FullName))
        {
            var unsigned = Encoding.ASCII.GetBytes($"GET {Path} HTTP/1.1\r\nHost: 127.0.0.1:{wireMock.Port}\r\n\r\n");
            peer = await new LoadClient(wireMock.Port, () => unsigned).RunAsync(WarmUp, Measured);
        }

        stubs.Delete(recursive: true);
        yield return new("signed pairing-info", lab.PerSecond, "a second", peer.PerSecond * 5, MoreIsBetter: true, peer.PerSecond, "WireMock 3.13.2 as it comes, static stub");
        yield return new("signed pairing-info", lab.PerSecond, "a second", bare.PerSecond / 2, MoreIsBetter: true, bare.PerSecond, "bare Kestrel, static body");
        yield return new("signed pairing-info, p99 under that load", lab.P99, "ms", peer.P99, MoreIsBetter: false, peer.P99, "WireMock's p99 in its own run");
    }

    private static async Task<(Load Load, string Body)> LabAsync()
    {
        using var host = await HostProcess.StartAsync(HostPort);
        using var http = new HttpClient();
        var address = new Uri($"http://127.0.0.1:{HostPort}");
        var sci = (await new DirectoryClient(http, address).ReadAsync()).System("sci");
        var time = new RealTime(TimeProvider.System);
        var terminal = new EftposTerminal(new WirePanel(http, address, "eftpos-1", time, NoWitness.Instance), NoWitness.Instance);
        var client = new SciClient(http, time);
        var paired = await client.ProgressAsync(sci.Api!, $"ApiKey {sci.Credentials!["apiKey"]}", $$"""{"pairing_code":"{{await terminal.StartPairingAsync()}}"}""");
        await terminal.ConfirmAsync();
        var baseUrl = new Uri(paired.Data("sci_api_base_url"));
        var signer = new RequestSigner(paired.Data("key_id"), sci.Credentials["signingSecretPartA"], paired.Data("signing_secret_part_b"));
        var body = await client.SignedAsync(new(paired.Data("sci_api_base_url"), signer.KeyId, signer.PartA + signer.PartB), "GET", Path);
        return (await new LoadClient(baseUrl.Port, new SignedRequestBytes(signer, new(baseUrl, Path)).Now).RunAsync(WarmUp, Measured), body.Body);
    }
}
