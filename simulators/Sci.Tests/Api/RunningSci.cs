using System.Text;
using System.Text.Json;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Sci.Api;
using PairingLab.Sci.Core;
using PairingLab.Sci.Service;

namespace PairingLab.Sci.Tests.Api;

/// <summary>SCI on loopback, and its clients as one would write them with curl.</summary>
internal sealed class RunningSci : IAsyncDisposable
{
    private readonly HttpClient http = new(
        new SocketsHttpHandler { UseProxy = false, RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 })
    {
        Timeout = TimeSpan.FromSeconds(20),
    };

    private RunningSci(ILabStore store, SciSettings settings)
    {
        Service = new(settings, store, Clock, SciCodes.Cryptographic);
        Recorder = new(new Cable("sci", Clock, new Random(1)));
        Servers = new(Service, store, Recorder);
    }

    public SteppedClock Clock { get; } = new();

    public SciService Service { get; }

    public RequestRecorder Recorder { get; }

    public SciServers Servers { get; }

    public string Pairing => Servers.Pairing;

    public static async Task<RunningSci> StartAsync(SciSettings? settings = null, ILabStore? store = null)
    {
        var running = new RunningSci(store ?? new MemoryStore(), settings ?? new());
        await running.Servers.StartAsync(default);
        running.Enrol("eftpos-1", "tenant-1");
        return running;
    }

    public void Enrol(string terminal, string tenant) =>
        Service.Do(new EnrolTerminal(terminal, $"tid-{terminal}", $"Terminal {terminal[^1]}", tenant));

    /// <summary>The merchant initiates pairing; the code on the terminal.</summary>
    public async Task<string> ShowCodeAsync(string terminal = "eftpos-1") =>
        (await ActAsync(terminal, new("start-pairing"))).GetProperty("pairing").GetProperty("pairing_code").GetString()!;

    public Task<Answer> TryActAsync(string terminal, TerminalAct act) =>
        SendAsync("POST", $"{Servers.Terminals}/v1/terminals/{terminal}/acts", JsonSerializer.Serialize(act, JsonSerializerOptions.Web));

    public async Task<JsonElement> ActAsync(string terminal, TerminalAct act)
    {
        var answer = await TryActAsync(terminal, act);
        answer.Status.ShouldBe(200, answer.Body);
        return answer.Json;
    }

    public Task<Answer> ProgressAsync(string? body, string? authorization = "test") =>
        SendAsync("POST", $"{Pairing}/v1/progress-pairing", body, authorization switch
        {
            null => [],
            "test" => [new("Authorization", $"ApiKey {Service.Credentials.ApiKey}")],
            "live" => [new("Authorization", $"ApiKey {Service.Credentials.LiveApiKey}")],
            _ => [new("Authorization", authorization)],
        });

    public Task<Answer> ProgressCodeAsync(string code, string? authorization = "test") =>
        ProgressAsync(JsonSerializer.Serialize(new { pairing_code = code, pairing_nickname = "Front Bar" }), authorization);

    /// <summary>A pairing that a POS has begun and the merchant has not yet confirmed.</summary>
    public async Task<Paired> BeginAsync(string terminal = "eftpos-1", string authorization = "test")
    {
        var answer = await ProgressCodeAsync(await ShowCodeAsync(terminal), authorization);
        answer.Status.ShouldBe(200, answer.Body);
        return Paired.Of(answer.Json.GetProperty("data"), Service.Credentials.SigningSecretPartA, this);
    }

    /// <summary>An active pairing.</summary>
    public async Task<Paired> PairAsync(string terminal = "eftpos-1", string authorization = "test")
    {
        var pairing = await BeginAsync(terminal, authorization);
        await ActAsync(terminal, new("confirm", pairing.Id));
        return pairing;
    }

    public async Task<Answer> SendAsync(string method, string url, string? body, IEnumerable<KeyValuePair<string, string>>? headers = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var header in headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value).ShouldBeTrue($"{header}");
        }

        using var response = await http.SendAsync(request);
        return new(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.Concat(response.Content.Headers)
                .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Servers.DisposeAsync();
        Service.Dispose();
    }
}
