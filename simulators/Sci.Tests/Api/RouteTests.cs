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
