using System.Text;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Http;
using PairingLab.Drivers.Roles;
using PairingLab.Drivers.Time;
using PairingLab.Drivers.Wire;
using PairingLab.Sci.Signing;

namespace PairingLab.Benchmarks.Sci;

/// <summary>Signed <c>GET /v1/pairing-info</c> a second.</summary>
internal sealed class SignedPairingInfo() : SignedGet("signed pairing-info")
{
    protected override Task<string> PathAsync(SciClient client, SciKeys keys) => Task.FromResult("/v1/pairing-info");
}

/// <summary>Signed <c>GET /v1/transactions/{id}</c> a second, of a purchase that waits at the terminal: what a POS polls.</summary>
internal sealed class SignedTransaction() : SignedGet("signed transaction")
{
    protected override async Task<string> PathAsync(SciClient client, SciKeys keys)
    {
        var begun = await client.SignedAsync(keys, "POST", "/v1/transactions", """{"purchase_details":{"purchase_amount":1000}}""");
        return $"/v1/transactions/{begun.Data("id")}";
    }
}

/// <summary>
/// A signed GET a second, beside a bare Kestrel endpoint and mock servers that give the same body without checking a signature. Every
/// server runs in another process; one client, the same connections.
/// </summary>
/// <param name="what">What it is, as the table says it.</param>
internal abstract class SignedGet(string what) : IBenchmark
{
    private const int HostPort = 17075;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    public async IAsyncEnumerable<Result> RunAsync()
    {
        var (lab, path, body) = await LabAsync();
        using (var kestrel = await WebProcess.BareKestrelAsync(body))
        {
            var bare = await LoadAsync(kestrel, path);
            yield return new(what, lab.PerSecond, "a second", bare.PerSecond / 2, MoreIsBetter: true, bare.PerSecond,
                kestrel.Name);
        }

        await foreach (var peer in WebProcess.PeersAsync(new PeerAnswer("GET", path, body)))
        {
            var load = await LoadAsync(peer, path);
            yield return new(what, lab.PerSecond, "a second", load.PerSecond * 5, MoreIsBetter: true, load.PerSecond,
                peer.Name);
            yield return new($"{what}, p99 under that load", lab.P99, "ms", load.P99, MoreIsBetter: false, load.P99,
                $"{peer.Name}, in its own run");
        }
    }

    /// <summary>The path that is asked for, over a pairing that has just been made.</summary>
    protected abstract Task<string> PathAsync(SciClient client, SciKeys keys);

    private static Task<Load> LoadAsync(WebProcess server, string path)
    {
        var unsigned = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\n\r\n");
        return new LoadClient(server.Port, () => unsigned).RunAsync(WarmUp, Measured);
    }

    private async Task<(Load Load, string Path, string Body)> LabAsync()
    {
        using var host = await HostProcess.StartAsync(HostPort);
        using var http = new HttpClient();
        var address = new Uri($"http://127.0.0.1:{HostPort}");
        var sci = (await new DirectoryClient(http, address).ReadAsync()).System("sci");
        var time = new RealTime(TimeProvider.System);
        var terminal = new EftposTerminal(new WirePanel(http, address, "eftpos-1", time, NoEvidenceSink.Instance), NoEvidenceSink.Instance);
        var client = new SciClient(http, time);
        var paired = await client.ProgressAsync(new(sci.Api!), $"ApiKey {sci.Credentials!["apiKey"]}",
            $$"""{"pairing_code":"{{await terminal.StartPairingAsync()}}"}""");
        await terminal.ConfirmAsync();
        var baseUrl = new Uri(paired.Data("sci_api_base_url"));
        var signer = new RequestSigner(paired.Data("key_id"), sci.Credentials["signingSecretPartA"], paired.Data("signing_secret_part_b"));
        SciKeys keys = new(paired.Data("sci_api_base_url"), signer.KeyId, signer.PartA + signer.PartB);
        var path = await PathAsync(client, keys);
        var body = await client.SignedAsync(keys, "GET", path);
        var load = await new LoadClient(baseUrl.Port, new SignedRequestBytes(signer, new(baseUrl, path)).Now).RunAsync(WarmUp, Measured);
        return (load, path, body.Body);
    }
}

/// <summary>A signed GET as bytes; signed anew every second, as its time is a whole number of seconds.</summary>
internal sealed class SignedRequestBytes(RequestSigner signer, Uri address)
{
    private readonly Lock gate = new();
    private long second;
    private byte[] bytes = [];

    /// <summary>The request, signed now.</summary>
    public byte[] Now()
    {
        var now = TimeProvider.System.GetUtcNow();
        lock (gate)
        {
            if (now.ToUnixTimeSeconds() != second)
            {
                second = now.ToUnixTimeSeconds();
                var headers = string.Concat(signer.Sign("GET", address, [], now).All.Select(h => $"{h.Key}: {h.Value}\r\n"));
                bytes = Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n{headers}\r\n");
            }

            return bytes;
        }
    }
}
