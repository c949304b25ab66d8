using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Tests.Time;

namespace PairingLab.Drivers.Tests.Browser;

public sealed class BrowserPanelTests(RunningBrowser running) : IClassFixture<RunningBrowser>, IAsyncLifetime
{
    private readonly RecordingSink witness = new();
    private readonly FakeLabTime time = new();
    private BrowserSession session = null!;
    private BrowserPanel panel = null!;

    public async ValueTask InitializeAsync()
    {
        if (running.Missing is null)
        {
            session = running.Lab.Session();
            panel = new BrowserPanel("pos-1", await session.OpenAsync("pos-1", RunningBrowser.Page), time, witness);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (session is not null)
        {
            await session.DisposeAsync();
        }
    }

    [Fact]
    public async Task Reads_what_a_person_sees()
    {
        SkipWithoutBrowser();
        var seen = await panel.ReadAsync();

        seen.Title.ShouldBe("Workstation 1");
        seen.Texts.ShouldBe(["First text folded", "Ready", "nested item"]);
        seen.Buttons.Select(b => b.Enabled ? b.Name : $"({b.Name})").ShouldBe(
            ["Pair POS", "(OK)", "Link", "Named", "Send", "(Asleep)", "Slow", "Later", "Open", "Again"]);
        seen.Fields.ShouldBe(
        [
            new("Pairing OTP", "", true), new("Password", "", true), new("Serial", "S1", false), new("Model", "Topaz", true),
            new("Note", "n", true),
        ]);
        witness.Lines.ShouldBe(["read -> Workstation 1"]);
    }

    [Fact]
    public async Task A_page_that_is_closed_is_said_to_be_and_not_that_a_button_is_missing()
    {
        SkipWithoutBrowser();
        await session.DisposeAsync();
        await Should.ThrowAsync<BrowserLostException>(() => panel.PressAsync("Link"));
        await Should.ThrowAsync<BrowserLostException>(() => panel.WaitUntilAsync(_ => false, "anything"));
    }

    [Theory]
    [InlineData("Pair POS")]
    [InlineData("Link")]
    [InlineData("Named")]
    [InlineData("Send")]
    public async Task Presses_by_name(string button)
    {
        SkipWithoutBrowser();
        (await panel.PressAsync(button)).Texts.ShouldContain($"pressed {button}");
    }

    [Fact]
    public async Task A_press_comes_back_when_the_page_is_no_longer_busy()
    {
        SkipWithoutBrowser();
        (await panel.PressAsync("Slow")).Texts.ShouldContain("done slowly");
    }

    [Fact]
    public async Task A_press_may_lead_to_another_page()
    {
        SkipWithoutBrowser();
        await panel.PressAsync("Again");

        await panel.WaitUntilAsync(p => p.Says("opened again"), "opened again");
    }

    [Theory]
    [InlineData("X", "pos-1: no button 'X'; there are: Pair POS, OK, Link")]
    [InlineData("pair pos", "pos-1: no button 'pair pos'; there are: ")]
    [InlineData("Pair", "pos-1: no button 'Pair'; there are: ")]
    [InlineData("Inert", "pos-1: no button 'Inert'; there are: ")]
    [InlineData("Gone", "pos-1: no button 'Gone'; there are: ")]
    [InlineData("OK", "pos-1: button 'OK' is dead")]
    [InlineData("Asleep", "pos-1: button 'Asleep' is dead")]
    public async Task What_can_not_be_pressed_is_refused(string button, string words)
    {
        SkipWithoutBrowser();
        (await Should.ThrowAsync<PanelRefusedException>(() => panel.PressAsync(button))).Message.ShouldStartWith(words);
    }

    [Fact]
    public async Task Types_into_fields_by_label()
    {
        SkipWithoutBrowser();
        var typed = await panel.EnterAsync("Pairing OTP", "A1B2C3");
        typed.Texts.ShouldContain("typed A1B2C3");
        typed.Field("Pairing OTP")!.Value.ShouldBe("A1B2C3");

        (await panel.EnterAsync("Password", "secret")).Field("Password")!.Value.ShouldBe("••••••");
        (await panel.EnterAsync("Model", "C18")).Texts.ShouldContain("chose c");
        (await panel.EnterAsync("Note", "")).Field("Note")!.Value.ShouldBe("");
    }

    [Theory]
    [InlineData("Otp", "pos-1: no field 'Otp'; there are: Pairing OTP, Password, Serial, Model, Note")]
    [InlineData("Inert field", "pos-1: no field 'Inert field'; there are: ")]
    [InlineData("Serial", "pos-1: field 'Serial' is dead")]
    public async Task What_can_not_be_typed_into_is_refused(string field, string words)
    {
        SkipWithoutBrowser();
        (await Should.ThrowAsync<PanelRefusedException>(() => panel.EnterAsync(field, "1"))).Message.ShouldStartWith(words);
    }

    [Fact]
    public async Task A_modal_dialog_comes_first_and_alone_can_be_worked()
    {
        SkipWithoutBrowser();
        var open = await panel.PressAsync("Open");

        open.Title.ShouldBe("Workstation 1");
        open.Texts.ShouldBe(["Revoke?", "First text folded", "Ready", "nested item", "All trust ends."]);
        open.Buttons.Select(b => b.Name).ShouldBe(["Pair POS"]);
        (await panel.EnterAsync("Why", "lost")).Fields.ShouldBe([new("Why", "lost", true)]);
        (await Should.ThrowAsync<PanelRefusedException>(() => panel.PressAsync("Link"))).Message.ShouldEndWith("there are: Pair POS");
        (await panel.PressAsync("Pair POS")).Texts.ShouldContain("pressed Pair POS in the dialog");
    }

    [Fact]
    public async Task A_change_that_is_under_way_costs_no_lab_time()
    {
        SkipWithoutBrowser();
        await panel.WaitUntilAsync(p => p.Title.Length > 0, "a title");
        await panel.PressAsync("Later");
        await panel.WaitUntilAsync(p => p.Says("later"), "'later'");

        time.Passed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_wait_ends_at_its_limit_and_says_what_was_last_seen()
    {
        SkipWithoutBrowser();
        var e = await Should.ThrowAsync<PanelTimeoutException>(
            () => panel.WaitUntilAsync(p => p.Says("never"), "'never'", TimeSpan.FromSeconds(1)));

        time.Passed.ShouldBe(TimeSpan.FromSeconds(1));
        e.Message.ShouldContain("last seen: pos-1 shows 'Workstation 1'");
    }

    [Fact]
    public async Task Each_device_has_cookies_of_its_own()
    {
        SkipWithoutBrowser();
        var other = await session.OpenAsync("pos-2", RunningBrowser.Page);
        var first = await session.OpenAsync("pos-1", RunningBrowser.Page);

        other.Context.ShouldNotBeSameAs(first.Context);
    }

    [Fact]
    public async Task Evidence_is_a_picture_and_when_asked_for_a_trace()
    {
        SkipWithoutBrowser();
        await session.KeepEvidenceAsync(witness);
        await using var traced = running.Lab.Session(traced: true);
        await traced.OpenAsync("pos-2", RunningBrowser.Page);
        await traced.KeepEvidenceAsync(witness);

        witness.Files.Keys.Order().ShouldBe(["pos-1.png", "pos-2-trace.zip", "pos-2.png"]);
        witness.Files["pos-1.png"].AsSpan(1, 3).ToArray().ShouldBe("PNG"u8.ToArray());
        witness.Files["pos-2-trace.zip"].AsSpan(0, 2).ToArray().ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task A_picture_shows_no_secret()
    {
        SkipWithoutBrowser();
        var page = await session.OpenAsync("pos-1", RunningBrowser.Page);
        await page.SetContentAsync(
            "<p>the OTP is <b>7E42A1</b>, the code 1234 of 12345</p><input value='7E42A1'><textarea>p(a)s$</textarea>");
        witness.Secret("7E42A1");
        witness.Secret("1234");
        witness.Secret("p(a)s$");

        await session.KeepEvidenceAsync(witness);

        witness.Files.ShouldContainKey("pos-1.png");
        (await page.InnerTextAsync("p")).ShouldBe("the OTP is •••, the code ••• of 12345");
        (await page.InputValueAsync("input")).ShouldBe("•••");
        (await page.InputValueAsync("textarea")).ShouldBe("•••");
    }

    [Fact]
    public async Task Evidence_of_a_page_that_is_gone_does_no_harm()
    {
        SkipWithoutBrowser();
        await (await session.OpenAsync("pos-1", RunningBrowser.Page)).CloseAsync();

        await session.KeepEvidenceAsync(witness);

        witness.Files.ShouldBeEmpty();
    }

    private void SkipWithoutBrowser() => Assert.SkipWhen(running.Missing is not null, running.Missing ?? "");
}
