using System.Net.Http.Headers;
using System.Text.Json;

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

    [When(@"^a POS of another maker pairs by (\S+) (\S+) with the code of (payment-\d)$")]
    public Task Pair(string method, string path, string device, Table fields) => SendAsync(method, path.Replace("{code}", site.CodeOf(device), StringComparison.Ordinal), fields);

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
        site.Bench.Witness.Attested("a POS of another maker", $"{request.Method} {request.RequestUri!.AbsolutePath}", $"{status} {Shown()}");
        if (status == 200 && body.Contains("PollingUrl", StringComparison.Ordinal))
        {
            pollingUrl = Json().GetProperty("data").GetProperty("PollingUrl").GetString();
            site.Bench.Witness.Secret(Json().GetProperty("merchantAccessToken").GetString()!);
        }
    }

    private string Shown() => body.Length > 200 ? body[..200] : body;

    private JsonElement Json() => JsonDocument.Parse(body).RootElement;

    private async Task<string> AddressAsync() => (await site.Bench.DirectoryAsync()).System("smartconnect").Api!.ToString().TrimEnd('/');
}
