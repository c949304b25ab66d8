using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Tests.Api;

/// <summary>MACS on loopback with one lounge (WAW-1) and one fast line (WAW-2), and devices as one would write them with curl.</summary>
internal sealed class RunningMacs : IAsyncDisposable
{
    public const string Pan = "5432101234567890";

    public static readonly byte[] Secret = RandomNumberGenerator.GetBytes(32);

    private static readonly RSA[] Keys = [RSA.Create(2048), RSA.Create(2048)];

    private readonly MacsServer server;
    private readonly HttpClient http = new();

    private RunningMacs(IMacsDatabase database, SteppedClock clock, AccessControlSettings settings)
    {
        (Database, Clock) = (database, clock);
        Macs = new(database, new(Secret), http, clock, settings, RandomNumberGenerator.GetInt32);
        server = new(Macs, database, clock, settings, "admin");
    }

    public IMacsDatabase Database { get; }

    public SteppedClock Clock { get; }

    public MacsServices Macs { get; }

    public string Address => server.Address;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>A ruleset for everybody, everywhere, with two free entries.</summary>
    public Ruleset Everybody => new(0, "Everybody", Now.AddDays(-1), Now.AddDays(365)) { Cardholder = new(new(2), null) };

    public static RSA KeyOf(string serial) => Keys[serial[^1] % Keys.Length];

    public static async Task<RunningMacs> StartAsync(AccessControlSettings? settings = null, IMacsDatabase? database = null,
        params string[] paired)
    {
        var running = new RunningMacs(database ?? SqliteDatabase.Open(null), new SteppedClock(), settings ?? new());
        await running.server.StartAsync();
        await running.Macs.Locations.SaveAsync(new() { Id = "WAW-1", Name = "Chopin Lounge", Country = "POL", Service = "Lounge" });
        await running.Macs.Locations.SaveAsync(new() { Id = "WAW-2", Name = "Chopin Fast Line", Country = "POL", Service = "FastLine" });
        await running.Macs.RuleCommands.AddIssuerAsync(new(new("543210", "543219"), "1234", "Alpha Bank", "POL", "MCG"));
        await running.Macs.RuleCommands.SetRateAsync("EUR", "978", 1m);
        await running.Macs.RuleCommands.SetRateAsync("USD", "840", 0.9m);
        await running.Macs.Locations.AddTerminalAsync("SN-1", "WAW-1");
        await running.Macs.Locations.AddTerminalAsync("SN-2", "WAW-2");
        foreach (var serial in paired)
        {
            await running.PairAsync(serial);
        }

        return running;
    }

    public static string PublicKey(string serial) => Convert.ToBase64String(KeyOf(serial).ExportSubjectPublicKeyInfo());

    public async Task PairAsync(string serial)
    {
        var code = (await Macs.Pairing.GetCodeAsync(serial))!.Code;
        (await SendAsync("/pos/pair", new PairRequest(serial, code, PublicKey(serial)))).EnsureSuccessStatusCode();
    }

    public string Token(string serial) => Tokens.Of(serial, Now);

    public Task<HttpResponseMessage> CheckAsync(string serial, string pan = Pan) =>
        SendAsync("/pos/check_entry", new CheckEntryRequest(pan, "05/28", "CHIP"), Token(serial));

    /// <summary>Taps, and gives the accessId.</summary>
    public async Task<string> CheckedAsync(string serial, string pan = Pan) =>
        (await ReadAsync<CheckEntryResponse>(await CheckAsync(serial, pan))).AccessId;

    public Task<HttpResponseMessage> ConfirmAsync(string serial, string accessId, int adults = 0, int children = 0, params int[] ages) =>
        SendAsync("/pos/confirm_entry", new ConfirmEntryRequest(accessId, adults, children, ages), Token(serial));

    /// <summary>Taps and confirms.</summary>
    public async Task<string> EnterAsync(string serial, string pan = Pan, int adults = 0)
    {
        var accessId = await CheckedAsync(serial, pan);
        (await ReadAsync<StatusResponse>(await ConfirmAsync(serial, accessId, adults))).Status.ShouldBe("COMPLETED");
        return accessId;
    }

    public Task<HttpResponseMessage> SendAsync(string path, object? body, string? token = null, string? etag = null) =>
        SendAsync(path, body is null ? null : JsonContent.Create(body, body.GetType(), options: LabJson.Options), token, etag);

    public async Task<HttpResponseMessage> SendAsync(string path, HttpContent? content, string? token, string? etag = null)
    {
        using var request =
            new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, Address + path) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (etag is not null)
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(etag));
        }

        return await http.SendAsync(request);
    }

    public static async Task<T> ReadAsync<T>(HttpResponseMessage answer)
    {
        answer.IsSuccessStatusCode.ShouldBeTrue($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<T>(LabJson.Options))!;
    }

    /// <summary>Status, code and text of an error.</summary>
    public static async Task<string> ErrorOfAsync(HttpResponseMessage answer)
    {
        var error = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return $"{(int)answer.StatusCode} {error.GetProperty("code").GetString()}: {error.GetProperty("message").GetString()}";
    }

    public static async Task<string> CodeOfAsync(HttpResponseMessage answer) => (await ErrorOfAsync(answer)).Split(':')[0];

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
        await Database.DisposeAsync();
    }
}
