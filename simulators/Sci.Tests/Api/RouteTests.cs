using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace PairingLab.Sci.Tests.Api;

public sealed class RouteTests : IAsyncLifetime
{
    private RunningSci sci = null!;

    public async Task InitializeAsync() => sci = await RunningSci.StartAsync();

    public async Task DisposeAsync() => await sci.DisposeAsync();

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
    [InlineData("nonsense\r\n\r\n", 400, "this is no HTTP request")]
    [InlineData("GET /v1/pairing-info HTTP/1.1\r\nHost: a\r\n: no name\r\n\r\n", 400, "this is no HTTP request")]
    [InlineData("GET /v1/pairing-info HTTP/1.1\r\n\r\n", 400, "this is no HTTP request")]
    [InlineData("POST /v1/unpair HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400, "this is no HTTP request")]
    [InlineData("GET /v1/pairing-info HTTP/1.1\r\nHost: a\r\nX: LONG\r\n\r\n", 431, "at most 100 of them, 32 KB together")]
    [InlineData("GET /v1/LONG HTTP/1.1\r\nHost: a\r\n\r\n", 414, "at most 8 KB")]
    public async Task What_is_no_HTTP_gets_the_envelope_too(string request, int status, string message)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(sci.Servers.AddressOf("tenant-1")).Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request.Replace("LONG", new string('x', 40_000), StringComparison.Ordinal)));
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
        var before = await sci.SendAsync("OPTIONS", url, null, [new("Origin", "https://pos.example"), new("Access-Control-Request-Method", "POST")]);
        before.Status.ShouldBe(204);
        before.Headers["Access-Control-Allow-Origin"].ShouldBe("*");
        before.Headers["Access-Control-Allow-Headers"].ShouldBe("Authorization, Content-Type, Content-Digest, Signature, Signature-Input");
        before.Headers["Access-Control-Allow-Methods"].ShouldContain("POST");

        var refused = await sci.SendAsync("GET", url, null, [new("Origin", "https://pos.example")]);
        refused.Headers["Access-Control-Allow-Origin"].ShouldBe("*", "a page must be able to read a refusal");
    }

    [Fact]
    public async Task The_document_names_every_route()
    {
        var document = (await sci.SendAsync("GET", $"{sci.Pairing}/openapi.json", null)).Json;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            var server = path.Name == "/v1/progress-pairing" ? sci.Pairing : sci.Servers.AddressOf("tenant-2");
            var method = path.Value.EnumerateObject().Single().Name.ToUpperInvariant();
            (await sci.SendAsync(method, server + path.Name, method == "POST" ? "{}" : null)).Error.ShouldBeOneOf("401 api_key_missing", "401 no_valid_signatures_found");
        }
    }
}
