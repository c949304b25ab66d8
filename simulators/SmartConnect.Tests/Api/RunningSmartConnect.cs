using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.SmartConnect.Api;
using PairingLab.SmartConnect.Core;
using PairingLab.SmartConnect.Service;

namespace PairingLab.SmartConnect.Tests.Api;

/// <summary>A SmartConnect server on loopback, and its clients as one would write them with curl.</summary>
internal sealed class RunningSmartConnect : IAsyncDisposable
{
    private static readonly CardDetails Card = new("A1", "Q1", "T1", "....0138", "VISA", "CREDIT");

    private readonly SmartConnectService service;
    private readonly SmartConnectServer server;
    private readonly CallbackClient callbacks;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly Dictionary<string, string> sessions = new(StringComparer.Ordinal);

    private RunningSmartConnect(SmartConnectSettings settings, ILabStore store, SteppedClock clock)
    {
        Clock = clock;
        Cable = new("smartconnect", clock, new(1));
        callbacks = new(Cable, new(Cable, new(clock, new([])), new()), clock, settings);
        service = new(settings, store, clock, SmartConnectCodes.Cryptographic, callbacks.CallAsync);
        server = new(service, store);
    }

    public SteppedClock Clock { get; }

    /// <summary>The server's own, over which it calls a POS.</summary>
    public Cable Cable { get; }

    public string Address => server.Address;

    public static async Task<RunningSmartConnect> StartAsync(
        SmartConnectSettings? settings = null, ILabStore? store = null, SteppedClock? clock = null)
    {
        var running = new RunningSmartConnect(settings ?? new(), store ?? new MemoryStore(), clock ?? new SteppedClock());
        await running.server.StartAsync();
        return running;
    }

    public static Dictionary<string, string> Metadata(string register = "r1") => new(StringComparer.Ordinal)
    {
        ["POSRegisterID"] = register,
        ["POSRegisterName"] = $"Till {register}",
        ["POSBusinessName"] = "Store",
        ["POSVendorName"] = "Vendor",
    };

    public static Dictionary<string, string> Payment(
        string register = "r1", string amount = "1250", string business = "Store", string vendor = "Vendor") =>
        new(StringComparer.Ordinal)
        {
            ["POSRegisterID"] = register,
            ["POSBusinessName"] = business,
            ["POSVendorName"] = vendor,
            ["TransactionMode"] = "ASYNC",
            ["TransactionType"] = "Card.Purchase",
            ["AmountTotal"] = amount,
        };

    public async Task<Said> SendAsync(
        string method, string path, HttpContent? content = null, string? device = null, params (string Name, string Value)[] headers)
    {
        var address = path.StartsWith("http", StringComparison.Ordinal) ? path : Address + path;
        using var request = new HttpRequestMessage(new(method), address) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        request.Headers.Authorization = device is null ? null : new AuthenticationHeaderValue("Bearer", sessions[device]);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new((int)answer.StatusCode, text, answer.Headers, answer.Content.Headers.ContentType?.MediaType);
    }

    public Task<Said> FormAsync(string method, string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(method, path, new FormUrlEncodedContent(fields));

    public async Task SignOnAsync(string device, string serial = "SN-1", Plays plays = Plays.Person)
    {
        var body = JsonContent.Create(new SignOnRequest(serial, PlayedEnd.NameOf(plays)), options: LabJson.Options);
        var said = await SendAsync("POST", $"/Device/{device}/SignOn", body);
        sessions[device] = said.Read<SignOnResponse>().Session;
    }

    public Task<Said> DeviceAsync(string method, string device, string path = "", object? body = null) =>
        SendAsync(method, $"/Device/{device}{path}", body is null ? null : JsonContent.Create(body, options: LabJson.Options), device);

    public async Task<string> CodeAsync(string device)
    {
        if (!sessions.ContainsKey(device))
        {
            await SignOnAsync(device);
        }

        return (await DeviceAsync("POST", device, "/PairingCode")).Read<PairingCodeResponse>().PairingCode;
    }

    /// <summary>Pairs a register with a device, from the code to the answer.</summary>
    public async Task PairAsync(string device, string register = "r1") =>
        (await FormAsync("PUT", $"/POS/Pairing/{await CodeAsync(device)}", Metadata(register))).Text.ShouldBe("""{"result":"success"}""");

    /// <summary>The registers that a device lists.</summary>
    public async Task<IEnumerable<string>> RegistersAsync(string device) =>
        (await DeviceAsync("GET", device)).Read<DeviceResponse>().Registers.Select(r => r.Id);

    public async Task<TransactionResponse> PayAsync(string register = "r1", string amount = "1250") =>
        (await FormAsync("POST", "/POS/Transaction", Payment(register, amount))).Read<TransactionResponse>();

    /// <summary>The same with another type and other fields.</summary>
    public async Task<TransactionResponse> AskAsync(string type, params (string Name, string Value)[] fields) =>
        (await TryAskAsync(type, fields)).Read<TransactionResponse>();

    public Task<Said> TryAskAsync(string type, params (string Name, string Value)[] fields)
    {
        var form = Payment();
        form.Remove("AmountTotal");
        form["TransactionType"] = type;
        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        return FormAsync("POST", "/POS/Transaction", form);
    }

    /// <summary>Asks for a transaction, lets the device end it, and gives its result.</summary>
    public async Task<TransactionData> DoAsync(
        string type, PaymentOutcome outcome = PaymentOutcome.Accepted, params (string Name, string Value)[] fields)
    {
        var asked = await AskAsync(type, fields);
        (await NextAsync("d1"))!.Id.ShouldBe(asked.TransactionId);
        (await FinishAsync("d1", asked.TransactionId, outcome, Card)).Status.ShouldBe(204);
        return (await PollAsync(asked)).Read<TransactionResponse>().Data;
    }

    public async Task<DevicePaymentResponse?> NextAsync(string device) =>
        await DeviceAsync("POST", device, "/Payments/Next") is { Status: 200 } said ? said.Read<DevicePaymentResponse>() : null;

    public Task<Said> FinishAsync(
        string device, string payment, PaymentOutcome outcome, CardDetails? card = null, OutcomeReport? report = null) =>
        DeviceAsync(
            "POST", device, $"/Payments/{payment}/Outcome", new OutcomeRequest(outcome.ToString().ToLowerInvariant(), card, report));

    public Task<Said> PollAsync(TransactionResponse payment) => SendAsync("GET", payment.Data.PollingUrl!);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
        service.Dispose();
        callbacks.Dispose();
    }

    /// <summary>An answer.</summary>
    internal sealed record Said(int Status, string Text, HttpResponseHeaders Headers, string? Type)
    {
        public T Read<T>()
        {
            Status.ShouldBe(200, Text);
            return JsonSerializer.Deserialize<T>(Text, LabJson.Options)!;
        }

        public void ShouldBe(int status, string error)
        {
            Status.ShouldBe(status, Text);
            JsonSerializer.Deserialize<PosError>(Text, LabJson.Options)!.Error.ShouldBe(error);
        }
    }
}
