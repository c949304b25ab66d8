using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using PairingLab.Drivers.StandIns;
using PairingLab.Features.Support;

namespace PairingLab.Features.SmartConnect;

/// <summary>A POS of another maker, as anybody writes it against the vendor's API reference: real HTTP, nothing of the lab's.</summary>
[Binding]
[Scope(Tag = "smartconnect")]
public sealed class ThirdPartyPosSteps(SmartConnectSite site)
{
    private int status;
    private string body = "";
    private HttpResponseHeaders? headers;
    private string? pollingUrl;
    private StandIn? pos;
    private Task? pending;
    private readonly Dictionary<string, string> transactions = new(StringComparer.Ordinal);

    [When(@"^a POS of another maker pairs by (\S+) (\S+) with the code of (payment-\d)$")]
    public Task Pair(string method, string path, string device, Table fields) =>
        SendAsync(method, path.Replace("{code}", site.CodeOf(device), StringComparison.Ordinal), fields);

    [When(@"^a POS of another maker sends (\S+) (\S+)$")]
    public Task Send(string method, string path, Table fields) => SendAsync(method, path, fields);

    [When(@"^a POS of another maker sends an empty (\S+) (\S+)$")]
    public Task SendEmpty(string method, string path) => SendAsync(method, path, null);

    [When(@"^a browser asks whether it may (\S+) (\S+)$")]
    public async Task Preflight(string method, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, await AddressAsync() + path);
        request.Headers.Add("Origin", "https://pos.example");
        request.Headers.Add("Access-Control-Request-Method", method);
        await SendAsync(request);
    }

    [When(@"^a register of another POS, (\S+), asks for (\S+)$")]
    public Task Ask(string register, string type) => AskAsync(register, type, null);

    [When(@"^a register of another POS, (\S+), asks for (\S+) with$")]
    public Task AskWith(string register, string type, Table fields) => AskAsync(register, type, fields);

    [When(@"^a register of another POS, (\S+), asks for (\S+) in the legacy synchronous mode$")]
    public void AskAndWait(string register, string type) =>
        pending = SendFormAsync("POST", "/POS/Transaction", Fields(register, type, null).Where(f => f.Key != "TransactionMode"));

    [When(@"^the answer comes$")]
    public async Task AnswerComes()
    {
        // The device looks for the payment as lab time passes.
        for (var seconds = 0; !pending!.IsCompleted && seconds < 600; seconds++)
        {
            await site.Bench.Time.PassAsync(TimeSpan.FromSeconds(1));
        }

        await pending;
    }

    [Given(@"^a POS that answers (\d+) when it is called$")]
    [When(@"^the POS answers (\d+) when it is called$")]
    public async Task AnswersCalls(string code) => (pos = await site.Bench.StandInAsync()).Add(
        Path.Combine(AppContext.BaseDirectory, "lab-config", "stand-ins", "pos", "notified.json"), ("status", code));

    [Then(@"^the POS has been called (once|twice|\d+ times)$")]
    public async Task HasBeenCalled(string times)
    {
        // The clock waits for a call that is under way.
        await site.Bench.Time.PassAsync(TimeSpan.FromMilliseconds(1));
        Calls().Count.ShouldBe(times switch
        {
            "once" => 1,
            "twice" => 2,
            _ => int.Parse(times.Split(' ')[0], CultureInfo.InvariantCulture),
        });
    }

    [Then(@"^the last call tells of (\S+) and (\S+)$")]
    public void LastCallTells(string state, string result)
    {
        var told = JsonDocument.Parse(Calls()[^1]).RootElement;
        told.GetProperty("transactionStatus").GetString().ShouldBe(state);
        told.GetProperty("data").GetProperty("TransactionResult").GetString().ShouldBe(result);
    }

    [Then(@"^the log of calls says (.*)$")]
    public async Task LogSays(string statuses)
    {
        using var answer = await site.Bench.Http.GetAsync(new Uri(pollingUrl!.Replace("?", "/Callback?", StringComparison.Ordinal)));
        using var log = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        string.Join(", ", log.RootElement.GetProperty("attempts").EnumerateArray().Select(a => a.GetProperty("status").GetInt32()))
            .ShouldBe(statuses);
    }

    [When(@"^the cable of SmartConnect's server is pulled$")]
    [Needs(Need.Cable)]
    public Task CutServer() => site.Bench.Cables.SetAsync("smartconnect", CableState.Cut);

    [When(@"^the cable of SmartConnect's server is connected again$")]
    [Needs(Need.Cable)]
    public Task MendServer() => site.Bench.Cables.SetAsync("smartconnect", CableState.Connected);

    [Then(@"^it may come again in (\d+) seconds$")]
    public void MayComeAgain(string seconds) => headers!.GetValues("Retry-After").ShouldBe([seconds]);

    [Then(@"^its data has no (\S+)$")]
    public void HasNo(string field) => Json().GetProperty("data").TryGetProperty(field, out _).ShouldBeFalse(body);

    [Then(@"^its receipt has the line ""(.*)""$")]
    public void ReceiptHas(string line) =>
        Json().GetProperty("data").GetProperty("Receipt").GetString()!.Split('\n').ShouldContain(line);

    [Then(@"^its ReferenceId is the transaction of (\S+)$")]
    public void RefersTo(string register) =>
        Json().GetProperty("data").GetProperty("ReferenceId").GetString().ShouldBe(transactions[register]);

    [When(@"^it polls$")]
    public async Task Poll()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, pollingUrl);
        await SendAsync(request);
    }

    [Then(@"^it is answered (\d+) '(.*)'$")]
    public void IsAnswered(string code, string text) => $"{status} {body}".ShouldBe($"{code} {text}");

    [Then(@"^it is answered (\d+)$")]
    public void IsAnswered(string code) => $"{status}".ShouldBe(code, body);

    [Then(@"^any page may read the answer$")]
    public void IsOpen() => headers!.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);

    [Then(@"^the transaction is (PENDING|COMPLETED)$")]
    public void IsIn(string state) => Json().GetProperty("transactionStatus").GetString().ShouldBe(state);

    [Then(@"^its data has$")]
    public void HasData(Table fields)
    {
        var data = Json().GetProperty("data");
        foreach (var row in fields.Rows)
        {
            (data.TryGetProperty(row[0], out var value) ? value.GetString() : null).ShouldBe(row[1], $"{row[0]} in {body}");
        }
    }

    private static Dictionary<string, string> Fields(string register, string type, Table? fields)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["POSRegisterID"] = register,
            ["POSBusinessName"] = "PairingLab Store",
            ["POSVendorName"] = "PairingLab POS",
            ["TransactionMode"] = "ASYNC",
            ["TransactionType"] = type,
        };
        foreach (var row in fields?.Rows ?? [])
        {
            form[row[0]] = row[1];
        }

        return form;
    }

    private async Task AskAsync(string register, string type, Table? fields)
    {
        var form = Fields(register, type, fields);
        if (form.TryGetValue("PosNotificationCallbackUrl", out var url))
        {
            form["PosNotificationCallbackUrl"] = url.Replace("{POS}", pos!.Address.ToString().TrimEnd('/'), StringComparison.Ordinal);
        }

        await SendFormAsync("POST", "/POS/Transaction", form);
        if (status == 200)
        {
            transactions[register] = Json().GetProperty("transactionId").GetString()!;
        }
    }

    private List<string> Calls() =>
        [.. pos!.Journal.Where(e => e.RequestMessage!.Path == "/notified").Select(e => e.RequestMessage!.Body!)];

    private async Task SendFormAsync(string method, string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(new(method), await AddressAsync() + path);
        request.Content = new FormUrlEncodedContent(fields);
        await SendAsync(request);
    }

    private async Task SendAsync(string method, string path, Table? fields)
    {
        using var request = new HttpRequestMessage(new(method), await AddressAsync() + path);
        if (fields is not null)
        {
            request.Content = new FormUrlEncodedContent(fields.Rows.Select(r => KeyValuePair.Create(r[0], r[1])));
        }

        await SendAsync(request);
    }

    private async Task SendAsync(HttpRequestMessage request)
    {
        using var answer = await site.Bench.Http.SendAsync(request);
        (status, body, headers) = ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers);
        site.Bench.Witness.Attested(
            "a POS of another maker", $"{request.Method} {request.RequestUri!.AbsolutePath}", $"{status} {Shown()}");
        if (status == 200 && body.Contains("PollingUrl", StringComparison.Ordinal))
        {
            pollingUrl = Json().GetProperty("data").GetProperty("PollingUrl").GetString();
            site.Bench.Witness.Secret(Json().GetProperty("merchantAccessToken").GetString()!);
        }
    }

    private string Shown() => body.Length > 200 ? body[..200] : body;

    private JsonElement Json() => JsonDocument.Parse(body).RootElement;

    private async Task<string> AddressAsync() => (await site.Bench.DirectoryAsync()).System("smartconnect").Api!.TrimEnd('/');
}
