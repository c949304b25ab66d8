using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Tests.Panels;
using PairingLab.Kernel.Web;

namespace PairingLab.Kernel.Tests.Web;

public sealed class PanelEndpointsTests : IAsyncLifetime
{
    private const string Panel = "/lab/devices/pos-1/panel";
    private readonly DeviceRegistry devices = new();
    private readonly FakeDevice device = new("pos-1");
    private LoopbackLab lab = null!;

    public async ValueTask InitializeAsync()
    {
        devices.Add(device);
        lab = await LoopbackLab.StartAsync(r => r.MapPanels(devices));
    }

    public async ValueTask DisposeAsync() => await lab.DisposeAsync();

    [Fact]
    public async Task A_panel_has_the_documented_shape_and_shows_no_secret() =>
        (await LoopbackLab.TextOfAsync(await lab.GetAsync(Panel))).ShouldBe(
            """200 {"device":"pos-1","title":"Fake","texts":[]"""
            + ""","buttons":[{"name":"Go","enabled":true},{"name":"Dead","enabled":false}]"""
            + ""","fields":[{"name":"Name","value":"","enabled":true}"""
            + """,{"name":"Password","value":"••••••","enabled":true},{"name":"Fixed","value":"x","enabled":false}]}""");

    [Fact]
    public async Task An_error_has_the_documented_shape() =>
        (await (await lab.PostAsync("/lab/devices/pos-1/press", new { button = "Dead" })).Content.ReadAsStringAsync())
            .ShouldBe("""{"error":{"code":"button_dead","message":"the button 'Dead' is dead now"}}""");

    [Theory]
    [InlineData("/lab/devices/x/panel", null, "404 no_such_device: no device 'x'; there are: pos-1")]
    [InlineData("/lab/devices/pos-1/press", """{"button":"X"}""", "409 no_such_button: no button 'X'; there are: Go, Dead")]
    [InlineData("/lab/devices/pos-1/press", """{"button":"Dead"}""", "409 button_dead: the button 'Dead' is dead now")]
    [InlineData("/lab/devices/pos-1/press", "{}", "409 no_such_button: no button ''; there are: Go, Dead")]
    [InlineData("/lab/devices/pos-1/enter", """{"field":"X"}""", "409 no_such_field: no field 'X'; there are: Name, Password, Fixed")]
    [InlineData("/lab/devices/pos-1/enter", """{"field":"Fixed","text":"y"}""", "409 field_dead: the field 'Fixed' takes no input now")]
    public async Task What_is_not_there_is_answered_with_what_is(string path, string? body, string expected)
    {
        var answer = body is null ? await lab.GetAsync(path) : await lab.PostAsync(path, System.Text.Json.JsonDocument.Parse(body));

        (await LoopbackLab.TextOfAsync(answer)).ShouldBe(expected);
    }

    [Fact]
    public async Task Pressing_and_entering_answer_with_the_panel_after_it()
    {
        (await LoopbackLab.TextOfAsync(await lab.PostAsync("/lab/devices/pos-1/press", new { button = "Go" })))
            .ShouldContain("\"texts\":[\"Go\"]");
        (await LoopbackLab.TextOfAsync(await lab.PostAsync("/lab/devices/pos-1/enter", new { field = "Name", text = "me" })))
            .ShouldContain("\"value\":\"me\"");
        (await LoopbackLab.TextOfAsync(await lab.PostAsync("/lab/devices/pos-1/enter", new { field = "Password", text = "xyz" })))
            .ShouldNotContain("xyz");
    }

    [Theory]
    [InlineData(10_000, "200 ")]
    [InlineData(10_001, "409 text_too_long: the field 'Name' takes at most 10000 characters")]
    public async Task The_text_of_a_field_is_limited(int length, string expected) =>
        (await LoopbackLab.TextOfAsync(
            await lab.PostAsync("/lab/devices/pos-1/enter", new { field = "Name", text = new string('x', length) })))
        .ShouldStartWith(expected);

    [Fact]
    public async Task Without_power_there_is_nothing_to_press()
    {
        (await LoopbackLab.TextOfAsync(await lab.PostAsync("/lab/devices/pos-1/power", new { on = false })))
            .ShouldContain("\"buttons\":[]");

        (await LoopbackLab.TextOfAsync(await lab.PostAsync("/lab/devices/pos-1/press", new { button = "Go" })))
            .ShouldBe("409 no_such_button: no button 'Go'; there are: none");
    }

    [Fact]
    public async Task A_long_poll_comes_back_with_the_change()
    {
        var seen = Version(await lab.GetAsync(Panel));
        var polling = lab.GetAsync($"{Panel}?after={seen}&wait=30000");

        await device.PressAsync("Go");
        var answer = await polling.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);

        Version(answer).ShouldNotBe(seen);
        (await LoopbackLab.TextOfAsync(answer)).ShouldContain("\"texts\":[\"Go\"]");
    }

    [Fact]
    public async Task A_long_poll_without_a_change_comes_back_with_the_same_version()
    {
        var seen = Version(await lab.GetAsync(Panel));

        Version(await lab.GetAsync($"{Panel}?after={seen}&wait=20")).ShouldBe(seen);
        Version(await lab.GetAsync($"{Panel}?after={seen}&wait=-5")).ShouldBe(seen);
    }

    [Fact]
    public async Task A_text_is_waited_for_without_polling()
    {
        var waiting = lab.GetAsync($"{Panel}?until=Later&timeout=30");

        await device.PressAsync("Sooner");
        waiting.IsCompleted.ShouldBeFalse();
        await device.PressAsync("Much Later");
        (await LoopbackLab.TextOfAsync(await waiting.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System)))
            .ShouldContain("\"texts\":[\"Sooner\",\"Much Later\"]");
    }

    [Theory]
    [InlineData("Fake", 200)]
    [InlineData("Go", 200)]
    [InlineData("fake", 409)]
    [InlineData("Dead", 409)]
    [InlineData("G", 409)]
    public async Task A_title_is_found_by_a_part_and_a_button_by_its_whole_name_when_it_can_be_pressed(string until, int status) =>
        ((int)(await lab.GetAsync($"{Panel}?until={until}&timeout=0.01")).StatusCode).ShouldBe(status);

    [Fact]
    public async Task What_is_not_shown_in_time_is_said_with_what_is_shown() =>
        (await LoopbackLab.TextOfAsync(await lab.PostAsync(
            "/lab/devices/pos-1/press", new { button = "Go", until = "Never", timeout = 0.02 }))).ShouldBe(
            "409 not_shown: 'Never' was not shown within 0.02 s; "
            + "pos-1 shows 'Fake': Go buttons [Go, (Dead)] fields [Name, Password, Fixed]");

    [Fact]
    public async Task A_press_waits_for_what_follows()
    {
        var pressing = lab.PostAsync("/lab/devices/pos-1/press", new { button = "Go", until = "Later" });
        await devices.WaitUntilAsync("pos-1", p => p.Texts.Contains("Go"), TimeSpan.FromSeconds(10), CancellationToken.None);
        pressing.IsCompleted.ShouldBeFalse();

        await device.PressAsync("Later");
        (await LoopbackLab.TextOfAsync(await pressing.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System)))
            .ShouldContain("\"texts\":[\"Go\",\"Later\"]");
    }

    [Fact]
    public async Task A_wait_for_a_device_that_is_removed_ends()
    {
        var waiting = lab.GetAsync($"{Panel}?until=Later&timeout=300");
        await devices.RemoveAsync("pos-1");

        ((int)(await waiting.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System)).StatusCode).ShouldBeOneOf(404, 409);
    }

    [Theory]
    [InlineData("until=", "until is empty; it is a text of the panel, or the name of a button, that is waited for")]
    [InlineData("until=Go&timeout=0", "timeout is invalid; it must be seconds, above 0 and at most 300")]
    [InlineData("until=Go&timeout=301", "timeout is invalid; it must be seconds, above 0 and at most 300")]
    [InlineData("until=Go&timeout=NaN", "timeout is invalid; it must be seconds, above 0 and at most 300")]
    [InlineData("until=Go&timeout=soon", "timeout 'soon' is invalid; it must be a number")]
    [InlineData("timeout=5", "timeout goes with until, the text that is waited for")]
    [InlineData("after=x&wait=5", "after 'x' is invalid; it must be a whole number")]
    [InlineData("untill=Go", "unknown parameter 'untill'; allowed parameters: after, wait, until, timeout")]
    public async Task A_query_that_is_invalid_is_refused_with_what_would_be_right(string query, string message) =>
        (await LoopbackLab.TextOfAsync(await lab.GetAsync($"{Panel}?{query}"))).ShouldBe($"400 bad_query: {message}");

    [Theory]
    [InlineData("enter", """{"field":"Name","value":"x"}""", "unknown member 'value'; allowed members: field, text")]
    [InlineData("enter", """{"field":"Name"}""", "member 'text' is missing: what is to stand in the field; \"\" clears it")]
    [InlineData("enter", """{"field":"Name","text":null}""", "member 'text' is missing: what is to stand in the field; \"\" clears it")]
    [InlineData("enter", """{"field":"Name","text":7}""", "text 7 is invalid; it must be a text in quotes")]
    [InlineData("press", """["Go"]""", "the body must be a JSON object; allowed members: button, until, timeout")]
    [InlineData("press", """{"button":"Go","timeout":5}""", "timeout goes with until, the text that is waited for")]
    [InlineData("power", "{}", "member 'on' is missing; allowed members: on")]
    [InlineData("power", """{"on":"no"}""", "on \"no\" is invalid; it must be true or false")]
    [InlineData("power", """{"on":null}""", "on null is invalid; it must be true or false")]
    public async Task A_body_that_is_invalid_changes_nothing_and_is_refused_with_what_would_be_right(
        string path, string body, string message)
    {
        await device.EnterAsync("Name", "mine");
        var answer = await lab.PostAsync($"/lab/devices/pos-1/{path}", System.Text.Json.JsonDocument.Parse(body));

        (await LoopbackLab.TextOfAsync(answer)).ShouldBe($"400 bad_request: {message}");
        device.Powered.ShouldBeTrue();
        device.Panel.Texts.ShouldBeEmpty();
        device.Panel.Fields[0].Value.ShouldBe("mine");
    }

    private static string Version(HttpResponseMessage answer) => answer.Headers.GetValues("Panel-Version").Single();
}
