using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Tests.Panels;
using PairingLab.Kernel.Web;

namespace PairingLab.Kernel.Tests.Web;

public sealed class PanelEndpointsTests : IAsyncLifetime
{
    private const string Panel = "/lab/devices/pos-1/panel";
    private readonly DeviceShelf shelf = new();
    private readonly FakeDevice device = new("pos-1");
    private LoopbackLab lab = null!;

    public async Task InitializeAsync()
    {
        shelf.Add(device);
        lab = await LoopbackLab.StartAsync(r => r.MapPanels(shelf));
    }

    public async Task DisposeAsync() => await lab.DisposeAsync();

    [Fact]
    public async Task A_panel_has_the_documented_shape_and_shows_no_secret() =>
        (await LoopbackLab.TextOfAsync(await lab.GetAsync(Panel))).ShouldBe(
            """200 {"device":"pos-1","title":"Fake","texts":[],"buttons":[{"name":"Go","enabled":true},{"name":"Dead","enabled":false}],"fields":[{"name":"Name","value":"","enabled":true},{"name":"Password","value":"••••••","enabled":true},{"name":"Fixed","value":"x","enabled":false}]}""");

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
        (await LoopbackLab.TextOfAsync(await lab.PostAsync("/lab/devices/pos-1/press", new { button = "Go" }))).ShouldContain("\"texts\":[\"Go\"]");
        (await LoopbackLab.TextOfAsync(await lab.PostAsync("/lab/devices/pos-1/enter", new { field = "Name", text = "me" }))).ShouldContain("\"value\":\"me\"");
        (await LoopbackLab.TextOfAsync(await lab.PostAsync("/lab/devices/pos-1/enter", new { field = "Password", text = "xyz" }))).ShouldNotContain("xyz");
    }

    [Fact]
    public async Task Without_power_there_is_nothing_to_press()
    {
        (await LoopbackLab.TextOfAsync(await lab.PostAsync("/lab/devices/pos-1/power", new { on = false }))).ShouldContain("\"buttons\":[]");

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

    private static string Version(HttpResponseMessage answer) => answer.Headers.GetValues("Panel-Version").Single();
}
