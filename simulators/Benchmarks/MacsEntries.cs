using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PairingLab.AccessControl;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Benchmarks.Sci;
using PairingLab.Kernel.Time;

namespace PairingLab.Benchmarks;

/// <summary>
/// Check and confirm over HTTP with JWT, durable on SQLite, a new card each time; beside a bare Kestrel and mock servers with
/// a static answer, the same client and connections. Then the same at half that load.
/// </summary>
internal sealed class MacsEntries : IBenchmark
{
    private const string Confirm = "/pos/confirm_entry";
    private const string Completed = """{"status":"COMPLETED"}""";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(6);

    private readonly RSA key = RSA.Create(2048);
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly string[] tokens = new string[LoadClient.Connections];
    private int cards;

    public async IAsyncEnumerable<Result> RunAsync()
    {
        var (macs, half) = await MacsAsync("");
        var postgres = Environment.GetEnvironmentVariable("PAIRINGLAB_POSTGRES");
        var onPostgres = postgres is null ? null : (await MacsAsync(postgres)).Full;
        using (var kestrel = await WebProcess.BareKestrelAsync(Completed))
        {
            var bare = await StaticAsync(kestrel.Port);
            yield return new("MACS check + confirm, durable, JWT", macs.PerSecond, "requests/s", bare.PerSecond / 4, MoreIsBetter: true,
                bare.PerSecond, kestrel.Name);
            if (onPostgres is not null)
            {
                yield return new("MACS check + confirm on PostgreSQL, durable, JWT", onPostgres.PerSecond, "requests/s", bare.PerSecond / 4,
                    MoreIsBetter: true, bare.PerSecond, $"{kestrel.Name}; PostgreSQL as it comes, on the same machine");
            }
        }

        await foreach (var peer in WebProcess.PeersAsync(new PeerAnswer("POST", Confirm, Completed)))
        {
            var load = await StaticAsync(peer.Port);
            yield return new("MACS check + confirm, durable, JWT", macs.PerSecond, "requests/s", load.PerSecond * 3, MoreIsBetter: true,
                load.PerSecond, peer.Name);
            yield return new("MACS p99 at half that load", half.P99, "ms", load.P99, MoreIsBetter: false, load.P99,
                string.Create(CultureInfo.InvariantCulture, $"{peer.Name}, at its full load; ours at {half.PerSecond:F0} requests/s"));
        }
    }

    private async Task<(Load Full, Load Half)> MacsAsync(string postgres)
    {
        var folder = Directory.CreateTempSubdirectory("pairinglab-macs-").FullName;
        var (clock, settings) = (new RealClock(), new AccessControlSettings());
        await using var database = MacsDatabase.Open(postgres, folder);
        var macs = new MacsServices(database, new(RandomNumberGenerator.GetBytes(32)), http, clock, settings,
            RandomNumberGenerator.GetInt32);
        await PrepareAsync(macs, clock.GetUtcNow());
        await using var server = new MacsServer(macs, database, clock, settings, "benchmark");
        await server.StartAsync();
        var port = new Uri(server.Address).Port;
        var full = await new LoadClient(port, Talk).RunAsync(WarmUp, Measured);
        var half = await new LoadClient(port, Talk) { PerSecond = full.PerSecond / 2 }.RunAsync(TimeSpan.FromSeconds(1), Measured);
        return (full, half);
    }

    private Task<Load> StaticAsync(int port)
    {
        var request = Request(0, Confirm, """{"accessId":"x","adultGuests":0,"childGuests":0}""");
        return new LoadClient(port, () => request).RunAsync(WarmUp, Measured);
    }

    /// <summary>A check of a new card, and then its confirmation.</summary>
    private LoadClient.Talk Talk(int connection)
    {
        var checks = false;
        return answer =>
        {
            checks = !checks;
            if (checks)
            {
                return Request(connection, "/pos/check_entry", string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"pan":"54321{{Interlocked.Increment(ref cards):D11}}","expiryDate":"05/33","entryMode":"CHIP"}"""));
            }

            var rest = answer[(answer.IndexOf("\"accessId\":\""u8) + 12)..];
            var accessId = Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)'"')]);
            return Request(connection, Confirm, $$"""{"accessId":"{{accessId}}","adultGuests":0,"childGuests":0}""");
        };
    }

    private byte[] Request(int connection, string path, string body) => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {tokens[connection]}\r\n"
        + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");

    private async Task PrepareAsync(MacsServices macs, DateTimeOffset now)
    {
        await macs.Locations.SaveAsync(new() { Id = "L", Name = "Lounge", Country = "POL", Service = "Lounge" });
        await macs.RuleCommands.SaveAsync(new Ruleset(0, "Everybody", now.AddDays(-1), now.AddDays(1)) { Cardholder = new(new(4), null) },
            "benchmark");
        for (var i = 0; i < LoadClient.Connections; i++)
        {
            await macs.Locations.AddTerminalAsync($"SN-{i}", "L");
            await macs.Pairing.PairAsync($"SN-{i}", (await macs.Pairing.GetCodeAsync($"SN-{i}"))!.Code,
                Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
            tokens[i] = Token($"SN-{i}", now);
        }
    }

    /// <summary>One token for the whole run: to sign is the client's work, and takes longer than all else.</summary>
    private string Token(string serial, DateTimeOffset now)
    {
        var claims = string.Create(CultureInfo.InvariantCulture,
            $$"""{"sub":"{{serial}}","iat":{{now.ToUnixTimeSeconds()}},"exp":{{now.ToUnixTimeSeconds() + 290}}}""");
        var signed = $"{Base64Url.EncodeToString("""{"alg":"RS256"}"""u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }
}
