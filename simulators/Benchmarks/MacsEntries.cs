using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PairingLab.AccessControl;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Drivers.StandIns;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.Benchmarks;

/// <summary>Check and confirm over HTTP with JWT, durable on SQLite; beside WireMock with static stubs and a bare Kestrel, same client.</summary>
internal sealed class MacsEntries : IBenchmark
{
    private const int Clients = 32;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(6);

    private readonly RSA key = RSA.Create(2048);
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly string[] tokens = new string[Clients];
    private int cards;

    public async IAsyncEnumerable<Result> RunAsync()
    {
        var (bareApp, bareAddress) = await BareKestrel.StartAsync(tls: false);
        await using (bareApp)
        {
            var bare = await RateAsync(i => PostAsync(new(bareAddress), i, new { accessId = "x" }));
            var macs = await MacsAsync();
            yield return new("MACS check + confirm, durable, HTTP, JWT", macs, "requests/s", bare / 4, MoreIsBetter: true, bare, "bare Kestrel");
            var wireMock = await WireMockAsync();
            yield return new("the same beside WireMock", macs, "requests/s", wireMock * 3, MoreIsBetter: true, wireMock, "WireMock, static stubs");
        }
    }

    private async Task<double> MacsAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pairinglab-macs-").FullName;
        var (clock, settings) = (new RealClock(), new AccessControlSettings());
        await using var database = MacsDatabase.Open("", folder);
        var macs = new MacsServices(database, new(RandomNumberGenerator.GetBytes(32)), http, clock, settings, RandomNumberGenerator.GetInt32);
        await PrepareAsync(macs, clock.GetUtcNow());
        await using var server = new MacsServer(macs, database, clock, settings, "benchmark");
        await server.StartAsync();
        var rate = await RateAsync(async i =>
        {
            var pan = string.Create(CultureInfo.InvariantCulture, $"54321{Interlocked.Increment(ref cards):D11}");
            var check = await PostAsync(new($"{server.Address}/pos/check_entry"), i, new CheckEntryRequest(pan, "05/33", "CHIP"));
            await PostAsync(new($"{server.Address}/pos/confirm_entry"), i, new ConfirmEntryRequest(JsonNode.Parse(check)!["accessId"]!.GetValue<string>()));
        });
        return rate * 2;
    }

    private async Task<double> WireMockAsync()
    {
        await using var wireMock = await StandIn.StartAsync(Repository());
        await wireMock.AddAsync([new((JsonObject)JsonNode.Parse("""{"request":{"method":"POST","urlPath":"/pos/confirm_entry"},"response":{"status":200,"jsonBody":{"status":"COMPLETED"}}}""")!)]);
        return await RateAsync(i => PostAsync(new(wireMock.Address, "/pos/confirm_entry"), i, new ConfirmEntryRequest("x")));
    }

    private async Task PrepareAsync(MacsServices macs, DateTimeOffset now)
    {
        await macs.Places.SaveAsync(new() { Id = "L", Name = "Lounge", Country = "POL", Service = "Lounge" });
        await macs.Rules.SaveAsync(new Ruleset(0, "Everybody", now.AddDays(-1), now.AddDays(1)) { Cardholder = new(new(4), null) }, "benchmark");
        for (var i = 0; i < Clients; i++)
        {
            await macs.Places.AddTerminalAsync($"SN-{i}", "L");
            await macs.Pairing.PairAsync($"SN-{i}", (await macs.Pairing.GetCodeAsync($"SN-{i}"))!.Code, Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
            tokens[i] = Token($"SN-{i}", now);
        }
    }

    private async Task<double> RateAsync(Func<int, Task> work)
    {
        var (done, running) = (0, true);
        var clients = Enumerable.Range(0, Clients).Select(i => Task.Run(async () =>
        {
            while (Volatile.Read(ref running))
            {
                await work(i);
                Interlocked.Increment(ref done);
            }
        })).ToList();
        await Task.Delay(WarmUp, TimeProvider.System);
        var (before, started) = (Volatile.Read(ref done), Stopwatch.GetTimestamp());
        await Task.Delay(Measured, TimeProvider.System);
        var rate = (Volatile.Read(ref done) - before) / Stopwatch.GetElapsedTime(started).TotalSeconds;
        Volatile.Write(ref running, false);
        await Task.WhenAll(clients);
        return rate;
    }

    private async Task<string> PostAsync(Uri address, int client, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body, body.GetType(), options: LabJson.Options) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[client] ?? "x");
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>One token for the whole run: to sign is the client's work, and takes longer than all else.</summary>
    private string Token(string serial, DateTimeOffset now)
    {
        var claims = string.Create(CultureInfo.InvariantCulture, $$"""{"sub":"{{serial}}","iat":{{now.ToUnixTimeSeconds()}},"exp":{{now.ToUnixTimeSeconds() + 290}}}""");
        var signed = $"{Base64Url.EncodeToString("""{"alg":"RS256"}"""u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PairingLab.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
