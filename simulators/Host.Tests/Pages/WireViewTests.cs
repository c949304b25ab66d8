using System.Net;
using Microsoft.Playwright;
using PairingLab.Drivers.Browser;
using PairingLab.Host.Pages;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Tests.Pages;

/// <summary>The wire view: what devices have said, filtered, masked, and as a command line.</summary>
[Collection(PagesCollection.Name)]
public sealed class WireViewTests(RunningBrowser browser) : IAsyncLifetime
{
    private BrowserSession session = null!;
    private PagesBench bench = null!;

    public async ValueTask InitializeAsync()
    {
        session = browser.Session();
        bench = await PagesBench.StartAsync(devices:
        [
            new("eftpos-1", "eftpos-terminal"), new("sci-pos-1", "sci-pos"), new("payment-1", "payment-device"),
            new("register-1", "register"),
        ]);
        bench.Site.Tap.Add(
            "sci-pos-1", "POST", "http://127.0.0.1:9/v1/progress-pairing", """{"pairing_code":"123456"}""", 404, "{\"error\":\"nope\"}", 3);
        bench.Site.Tap.Add("register-1", "GET", "http://127.0.0.1:9/POS/Transaction/1", null, 200, "fine", 3);
        bench.Site.Tap.Add("eftpos-1", "GET", "ws://127.0.0.1:9/link", null, 101, null, 3);
    }

    public async ValueTask DisposeAsync()
    {
        await (session?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (bench?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Theory]
    [InlineData("?device=sci-pos-1&text=progress", "/v1/progress-pairing", "/POS/Transaction/1")]
    [InlineData("?text=FINE", "/POS/Transaction/1", "/v1/progress-pairing")]
    [InlineData("?system=smartconnect", "/POS/Transaction/1", "/v1/progress-pairing")]
    public async Task It_is_filtered_by_system_device_and_text(string query, string there, string notThere)
    {
        var html = WebUtility.HtmlDecode(await bench.Http.GetStringAsync($"/wire{query}"));

        html.ShouldContain(there);
        html.ShouldNotContain(notThere);
    }

    [Fact]
    public async Task A_secret_is_masked_and_an_open_link_is_no_error()
    {
        var html = WebUtility.HtmlDecode(await bench.Http.GetStringAsync("/wire"));

        html.ShouldNotContain("123456");
        html.ShouldContain("<span class=\"exchange-status good\">101</span>");
        html.ShouldContain("<span class=\"exchange-status bad\">404</span>");
    }

    [Fact]
    public async Task It_goes_on_by_itself_and_the_filter_stays()
    {
        var page = await session.OpenAsync("wire", bench.Page("/wire"));
        await page.GetByLabel("Sent by").SelectOptionAsync("register-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(page.Locator("#wire .exchange")).ToHaveCountAsync(1);
        bench.Site.Tap.Add("sci-pos-1", "GET", "http://127.0.0.1:9/v1/other", null, 200, null, 1);
        bench.Site.Tap.Add("register-1", "GET", "http://127.0.0.1:9/POS/Transaction/2", null, 200, null, 1);

        await Assertions.Expect(page.Locator("#wire")).ToContainTextAsync("/POS/Transaction/2");
        await Assertions.Expect(page.Locator("#wire")).Not.ToContainTextAsync("/v1/other");
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task It_fits(int width)
    {
        var page = await session.OpenAsync("wire", bench.Page("/wire"));
        await page.SetViewportSizeAsync(width, 900);

        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
    }

    [Fact]
    public void A_request_is_a_command_line_that_a_shell_takes_as_it_stands()
    {
        var exchange = new Exchange(1, default, "pos-1", "POST", "https://h:1/p?a=1&b=2", "{\"name\":\"O'Brien\"}", 200, null, 1);

        WireCommand.Curl(exchange).ShouldBe(
            "curl -s -k -X POST 'https://h:1/p?a=1&b=2' -H 'content-type: application/json' --data-raw '{\"name\":\"O'\\''Brien\"}'");
        WireCommand.Curl(exchange with { Method = "LINK" }).ShouldBeNull();
    }
}
