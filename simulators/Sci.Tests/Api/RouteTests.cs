using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace PairingLab.Sci.Tests.Api;

public sealed class RouteTests : IAsyncLifetime
{
    private RunningSci sci = null!;

    public async ValueTask InitializeAsync() => sci = await RunningSci.StartAsync();

    public async ValueTask DisposeAsync() => await sci.DisposeAsync();

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/v1/nothing")]
    [InlineData("POST", "/v1/pairing-info")]
    [InlineData("GET", "/v1/unpair")]
    [InlineData("DELETE", "/v1/transactions/a")]
    [InlineData("GET", "/v1/transactions/a/b")]
    [InlineData("PATCH", "/v2/pairing-info")]
    public async Task An_unknown_route_of_the_api(string method, string path)
    {
        var answer = await sci.SendAsync(method, sci.Servers.AddressOf("tenant-1") + path, null);
        answer.Error.ShouldBe("404 not_found");
        answer.Message.ShouldBe("Route not found");
    }

    [Theory]
    [InlineData("GET", "/v1/progress-pairing")]
    [InlineData("GET", "/v1/pairing-info")]
    [InlineData("POST", "/v1/unpair")]
    public async Task An_unknown_route_of_the_pairing_service(string method, string path) =>
        (await sci.SendAsync(method, sci.Pairing + path, null)).Error.ShouldBe("404 not_found");

    [Theory]
    [InlineData("nonsense\r\n\r\n", 400, "this is not an HTTP request")]
    [InlineData("GET /v1/pairing-info HTTP/1.1\r\nHost: a\r\n: no name\r\n\r\n", 400, "this is not an HTTP request")]
    [InlineData("GET /v1/pairing-info HTTP/1.1\r\n\r\n", 400, "this is not an HTTP request")]
    [InlineData("POST /v1/unpair HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400, "this is not an HTTP request")]
    [InlineData("GET /v1/pairing-info HTTP/1.1\r\nHost: a\r\nX: LONG\r\n\r\n", 431, "at most 100 of them, 32 KB together")]
    [InlineData("GET /v1/LONG HTTP/1.1\r\nHost: a\r\n\r\n", 414, "at most 8 KB")]
    public async Task What_is_no_HTTP_gets_the_envelope_too(string request, int status, string message)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(sci.Servers.AddressOf("tenant-1")).Port);
        await client.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes(request.Replace("LONG", new string('x', 40_000), StringComparison.Ordinal)));
        using var reader = new StreamReader(client.GetStream());
        var answer = await reader.ReadToEndAsync();

        answer.ShouldStartWith($"HTTP/1.1 {status} ");
        var error = JsonDocument.Parse(answer[answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]).RootElement.GetProperty("error");
        error.GetProperty("code").GetString().ShouldBe("invalid_request");
        error.GetProperty("message").GetString()!.ShouldContain(message);
    }

    [Theory]
    [InlineData("/v1/pairing-info")]
    [InlineData("/v1/transactions")]
    public async Task A_page_of_another_origin_may_ask(string path)
    {
        var url = sci.Servers.AddressOf("tenant-1") + path;
        var before = await sci.SendAsync(
            "OPTIONS", url, null, [new("Origin", "https://pos.example"), new("Access-Control-Request-Method", "POST")]);
        before.Status.ShouldBe(204);
        before.Headers["Access-Control-Allow-Origin"].ShouldBe("*");
        before.Headers["Access-Control-Allow-Headers"].ShouldBe("Authorization, Content-Type, Content-Digest, Signature, Signature-Input");
        before.Headers["Access-Control-Allow-Methods"].ShouldContain("POST");

        var refused = await sci.SendAsync("GET", url, null, [new("Origin", "https://pos.example")]);
        refused.Headers["Access-Control-Allow-Origin"].ShouldBe("*", "a page must be able to read a refusal");
    }

    [Theory]
    [InlineData("POST", "acts")]
    [InlineData("GET", "link")]
    public async Task A_page_of_another_origin_does_nothing_at_a_terminal(string method, string path)
    {
        var url = $"{sci.Servers.Terminals}/v1/terminals/eftpos-1/{path}";
        var refused = await sci.SendAsync(
            method, url, method == "POST" ? """{"do":"start-pairing"}""" : null,
            [new("Origin", "https://evil.example"), new("Upgrade", "websocket"), new("Connection", "Upgrade")]);

        refused.Status.ShouldBe(403, refused.Body);
        refused.Headers.ShouldNotContainKey("Access-Control-Allow-Origin");
        (await sci.SendAsync(
            "OPTIONS", url, null, [new("Origin", "https://evil.example"), new("Access-Control-Request-Method", "POST")]))
            .Headers.ShouldNotContainKey("Access-Control-Allow-Origin");
    }

    /// <summary>A browser sends a form or a text to any server without asking it first.</summary>
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task An_act_at_a_terminal_must_be_sent_as_JSON(string type)
    {
        using var http = new HttpClient();
        using var act = new StringContent("""{"do":"start-pairing"}""", new System.Net.Http.Headers.MediaTypeHeaderValue(type));
        using var answer = await http.PostAsync(new Uri($"{sci.Servers.Terminals}/v1/terminals/eftpos-1/acts"), act);

        ((int)answer.StatusCode).ShouldBe(415);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("the Content-Type must be application/json");
    }

    [Fact]
    public async Task A_lone_surrogate_in_a_name_is_invalid_and_no_bug()
    {
        var answer = await sci.ProgressAsync("""{"\ud800":1,"pairing_cod\u0065":"123456","\udfff":{}}""");

        answer.Status.ShouldBeLessThan(500, answer.Body);
    }

    /// <summary>The vendor's sample POS asks for /api/v1/…, and signs what it asks for or what the vendor's FAQ demands.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_alias_is_served_where_it_is_switched_on(bool signsAlias)
    {
        await using var aliased = await RunningSci.StartAsync(new() { ApiAlias = true });
        var paired = await aliased.PairAsync();
        var signed = paired.Sign("GET", signsAlias ? "/api/v1/pairing-info" : "/v1/pairing-info").All;
        (await aliased.SendAsync("GET", $"{paired.BaseUrl}/api/v1/pairing-info", null, signed)).Status.ShouldBe(200);
        (await aliased.SendAsync("POST", $"{aliased.Pairing}/api/v1/progress-pairing", "{}")).Error.ShouldBe("401 api_key_missing");
        (await aliased.SendAsync("GET", $"{paired.BaseUrl}/api/v1", null)).Error.ShouldBe("404 not_found");

        var plain = await sci.PairAsync();
        var refused = plain.Sign("GET", "/v1/pairing-info").All;
        (await sci.SendAsync("GET", $"{plain.BaseUrl}/api/v1/pairing-info", null, refused)).Error.ShouldBe("404 not_found");
    }

    [Fact]
    public async Task The_document_names_every_route()
    {
        var document = (await sci.SendAsync("GET", $"{sci.Pairing}/openapi.json", null)).Json;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            var server = path.Name == "/v1/progress-pairing" ? sci.Pairing : sci.Servers.AddressOf("tenant-2");
            var method = path.Value.EnumerateObject().Single().Name.ToUpperInvariant();
            (await sci.SendAsync(method, server + path.Name, method == "POST" ? "{}" : null)).Error
                .ShouldBeOneOf("401 api_key_missing", "401 no_valid_signatures_found");
        }
    }
}
