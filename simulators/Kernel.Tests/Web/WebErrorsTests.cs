using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Web;

namespace PairingLab.Kernel.Tests.Web;

/// <summary>What every server does with requests that are wrong, each kind by its name.</summary>
public sealed class WebErrorsTests : IAsyncLifetime
{
    private readonly StringWriter log = new();
    private readonly HttpClient http = new();
    private ApiServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = new(Map);
        await server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
        await log.DisposeAsync();
    }

    [Fact]
    public async Task A_charset_may_stand_in_quotes() =>
        (await SendAsync("/json", """{"text":"Café"}""", "application/json; charset=\"utf-8\"")).ShouldBe("200 \"Café\"");

    [Theory]
    [InlineData("foo")]
    [InlineData("\"foo\"")]
    [InlineData("utf-7")]
    public async Task An_unknown_charset_is_415_and_named(string charset) =>
        (await SendAsync("/json", """{"text":"x"}""", $"application/json; charset={charset}"))
            .ShouldBe($"415 unsupported_charset: unknown charset '{charset.Trim('"')}'; send application/json; charset=utf-8");

    [Theory]
    [InlineData("text=x", "application/x-www-form-urlencoded", "415 unsupported_media_type: ")]
    [InlineData("", "application/json", "400 bad_request: ")]
    [InlineData("null", "application/json", "400 bad_request: ")]
    [InlineData("{\"text\":", "application/json", "400 bad_request: ")]
    [InlineData("{\"text\":\"\\ud800\"}", "application/json", "400 bad_request: ")]
    [InlineData("{\"text\":7}", "application/json", "400 bad_request: ")]
    public async Task What_is_no_such_JSON_is_refused_in_the_form_of_the_API(string body, string type, string error) =>
        (await SendAsync("/json", body, type)).ShouldStartWith(error);

    [Fact]
    public async Task JSON_sent_to_a_form_is_415() =>
        (await SendAsync("/form", "{}", "application/json"))
            .ShouldBe("415 bad_request: the body must be a form (Content-Type: application/x-www-form-urlencoded)");

    [Fact]
    public async Task A_form_of_more_than_1024_keys_is_400() =>
        (await SendAsync("/form", string.Join('&', Enumerable.Range(0, 1_100).Select(i => $"k{i}=v")), "application/x-www-form-urlencoded"))
            .ShouldStartWith("400 bad_request: the form can't be read: Form value count limit 1024 exceeded");

    [Theory]
    [InlineData("multipart/form-data", "--b\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nno end")]
    [InlineData("multipart/form-data; boundary=b", "nothing of it")]
    public async Task A_broken_multipart_is_400(string type, string body) =>
        (await SendAsync("/form", body, type)).ShouldStartWith("400 bad_request: the form can't be read: ");

    [Theory]
    [InlineData("GET", "/nowhere", "404 not_found: there is nothing at /nowhere")]
    [InlineData("PUT", "/json", "405 method_not_allowed: PUT is not allowed here; allowed values: POST")]
    public async Task What_routing_refuses_has_a_body_too(string method, string path, string error)
    {
        using var request = new HttpRequestMessage(new(method), server.Address + path);
        using var answer = await http.SendAsync(request);

        (await LoopbackLab.TextOfAsync(answer)).ShouldBe(error);
    }

    [Fact]
    public async Task A_disk_that_fails_is_507() =>
        (await SendAsync("/full", "", "text/plain")).ShouldBe("507 store_failed: the disk is full");

    [Fact]
    public async Task An_unhandled_exception_is_logged_once_under_the_id_that_its_sender_is_told()
    {
        var said = await SendAsync("/bug", "", "text/plain");

        said.ShouldStartWith("500 internal_error: the lab has a bug; its error output says more under ");
        var id = said[(said.LastIndexOf(' ') + 1)..];
        log.ToString().Split(id).Length.ShouldBe(2, "the id is in the log once");
        log.ToString().ShouldStartWith($"{id}: POST /bug: System.DivideByZeroException");
    }

    /// <summary>SmartConnect's pairing code stands in a path.</summary>
    [Fact]
    public async Task What_stands_in_a_path_is_not_logged_with_an_exception()
    {
        await SendAsync("/pairing/90210", "", "text/plain");

        log.ToString().ShouldContain(": POST /pairing/{code}: System.DivideByZeroException");
        log.ToString().ShouldNotContain("90210");
    }

    [Theory]
    [InlineData("Origin", "http://evil.test")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_page_of_another_site_changes_nothing(string name, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address + "/json")
        {
            Headers = { { name, value } },
            Content = new StringContent("""{"text":"x"}""", Encoding.UTF8, "application/json"),
        };
        using var answer = await http.SendAsync(request);

        (await LoopbackLab.TextOfAsync(answer)).ShouldStartWith("403 foreign_origin: ");
    }

    [Fact]
    public async Task A_page_of_another_site_opens_no_web_socket()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Address + "/json")
        {
            Headers = { { "Origin", "http://evil.test" }, { "Upgrade", "websocket" }, { "Connection", "Upgrade" } },
        };
        using var answer = await http.SendAsync(request);

        (await LoopbackLab.TextOfAsync(answer)).ShouldStartWith("403 foreign_origin: ");
    }

    [Fact]
    public async Task The_servers_own_pages_may_change_something()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address + "/json")
        {
            Headers = { { "Origin", server.Address } },
            Content = new StringContent("""{"text":"x"}""", Encoding.UTF8, "application/json"),
        };
        using var answer = await http.SendAsync(request);

        (await LoopbackLab.TextOfAsync(answer)).ShouldBe("200 \"x\"");
    }

    private void Map(WebApplication app)
    {
        app.UseWebErrors(log: log);
        app.UseRouting();
        app.MapPost("/json", (Said said) => Results.Json(said.Text, LabJson.Options));
        app.MapPost("/form", async (HttpRequest request) => Results.Json((await RequestForm.ReadAsync(request)).Count, LabJson.Options));
        app.MapPost("/full", IResult () => throw new StoreException("the disk is full"));
        app.MapPost("/pairing/{code}", IResult () => throw new DivideByZeroException());
        app.MapPost("/bug", IResult () => throw new DivideByZeroException());
    }

    private async Task<string> SendAsync(string path, string body, string type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await http.PostAsync(new Uri(server.Address + path), content);
        return await LoopbackLab.TextOfAsync(answer);
    }

    /// <summary>The body of /json.</summary>
    internal sealed record Said(string Text);
}
