using System.Net;

namespace PairingLab.Host.Tests.Pages;

/// <summary>The pages as plain requests see them: without script, from elsewhere, by wrong addresses.</summary>
public sealed class PageRequestTests : IAsyncLifetime
{
    private PagesBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await PagesBench.StartAsync();

    public async ValueTask DisposeAsync() => await bench.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/devices/pos-1")]
    [InlineData("/devices/pos-1/panel")]
    public async Task Pages_run_nothing_but_the_labs_own_scripts(string path)
    {
        using var answer = await bench.Http.GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();

        answer.Headers.GetValues("Content-Security-Policy").Single()
            .ShouldContain("default-src 'none'; script-src 'self'; style-src 'self'");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        html.ShouldNotContain(" style=");
        html.ShouldNotContain("<script>");
        html.ShouldNotContain(" onclick");
    }

    [Theory]
    [InlineData("/devices/pos-1/press", "Origin", "http://evil.test")]
    [InlineData("/devices/pos-1/press", "Sec-Fetch-Site", "cross-site")]
    [InlineData("/lab/devices/pos-1/power", "Origin", "http://evil.test")]
    [InlineData("/lab/devices/pos-1/power", "Sec-Fetch-Site", "same-site")]
    [InlineData("/bench/clock", "Origin", "null")]
    public async Task What_another_site_posts_is_refused(string path, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent("{}"),
            Headers = { { header, value } },
        };
        using var answer = await bench.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_name_that_only_leads_here_is_not_the_lab()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/lab/directory") { Headers = { Host = "rebound.test" } };
        using var answer = await bench.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }

    [Fact]
    public async Task An_unknown_device_is_said_in_words_with_those_there_are()
    {
        using var answer = await bench.Http.GetAsync("/devices/pos-7");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("No device “pos-7”");
    }

    [Fact]
    public async Task Without_script_a_form_types_presses_and_leads_back()
    {
        await PostAsync("/devices/config-1/enter", ("field:User Name", "manager"), ("field:Password", "Manager-5329"));
        using var answer = await PostAsync(
            "/devices/config-1/press", ("field:User Name", "manager"), ("field:Password", new string('•', 12)), ("button", "Sign In"));
        await bench.AdvanceAsync(0);

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/devices/config-1");
        (await bench.JsonAsync("config-1")).Texts.ShouldBe(["Signed in: manager"]);
    }

    [Fact]
    public async Task A_refused_press_is_said_on_the_page()
    {
        using var answer = await PostAsync("/devices/pos-1/press", ("button", "Nothing"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain("role=\"alert\" data-keep>no button 'Nothing'");
    }

    [Fact]
    public async Task A_device_is_added_by_its_model()
    {
        using var answer = await PostAsync("/bench/devices", ("id", "pos-3"), ("kind", "pos-workstation/Ruby2"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        bench.Site.Devices.Find("pos-3")!.Info.Model.ShouldBe("Ruby2");
    }

    [Fact]
    public async Task With_a_second_commander_a_workstation_is_moved_on_the_bench_page()
    {
        (await bench.Http.GetStringAsync("/bench/cables"))
            .ShouldNotContain("plugged into", Case.Sensitive, "with one Commander there is nothing to choose");
        await PostAsync("/bench/devices", ("id", "commander-2"), ("kind", "commander-display/Commander 16"));

        using var answer = await PostAsync("/bench/cables/pos-1", ("state", "Connected"), ("to", "commander-2"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await bench.Http.GetStringAsync("/bench/cables")).ShouldContain("pos-1 is plugged into");
        bench.Site.Systems[0].Connections("pos-1").Now.ShouldBe("commander-2");
        bench.Site.Systems[0].Connections("pos-2").Now.ShouldBe("commander-1");
    }

    [Theory]
    [InlineData("unplug", "unplugged")]
    [InlineData("cut", "cut")]
    [InlineData("garbage", "garbage bytes")]
    [InlineData("lossy", "loses bytes")]
    [InlineData("stuck-segment", "stuck segment")]
    public async Task A_serial_line_is_damaged_and_mended_on_the_bench_page(string act, string state)
    {
        using var damaged = await PostAsync("/bench/lines/commander-1", ("do", act));
        (await bench.Http.GetStringAsync("/bench/lines")).ShouldContain($"value=\"{act}\" selected>{state}<");

        await PostAsync("/bench/lines/commander-1", ("do", "mend"));
        (await bench.Http.GetStringAsync("/bench/lines")).ShouldContain("value=\"mend\" selected>sound<");
    }

    [Fact]
    public async Task What_cant_be_done_to_a_line_is_said()
    {
        using var answer = await PostAsync("/bench/lines/commander-1", ("do", "paint"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain("nothing called 'paint' can be done to a line");
    }

    [Fact]
    public async Task Assets_may_be_kept_for_good()
    {
        var html = await bench.Http.GetStringAsync(bench.Page("/"));
        var address = html.Split('"').Single(p => p.EndsWith("/lab.css", StringComparison.Ordinal));
        using var answer = await bench.Http.GetAsync(address);

        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
    }

    [Fact]
    public async Task With_a_token_the_pages_demand_it_too()
    {
        await using var guarded = await PagesBench.StartAsync("s3cret");

        (await guarded.Http.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await guarded.Http.GetAsync("/?token=s3cret")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await guarded.Http.GetAsync("/devices/pos-1")).StatusCode.ShouldBe(HttpStatusCode.OK, "the browser keeps it as a cookie");
    }

    private Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        bench.Http.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
}
