using Microsoft.Extensions.Time.Testing;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Time;
using PairingLab.Host.Replay;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Tests.Replay;

/// <summary>A recorded page goes on by itself when it did so at the bench, and with the driver where a person or driver acted.</summary>
public sealed class RecordedPageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider wall = new(Noon.AddDays(1));

    private readonly PanelSeen[] seen =
    [
        Seen(0, "read", "Not paired", "Pair POS"),
        Seen(5, "read", "Commander found", "Pair POS"),
        Seen(20, "press Pair POS", "Key the OTP in", "OK"),
        Seen(30, "enter Pairing OTP", "Key the OTP in", "OK"),
        Seen(31, "press OK", "Pairing", "OK"),
        Seen(33, "wait until it shows Paired", "Paired with •••", "OK"),
    ];

    [Fact]
    public void What_changed_by_itself_changes_after_the_same_time_and_a_press_is_waited_for()
    {
        var page = Page(1);
        Text(page, 0).ShouldBe("Not paired");
        Text(page, 4.9).ShouldBe("Not paired");
        Text(page, 5).ShouldBe("Commander found");
        Text(page, 600).ShouldBe("Commander found");
        At(page, 601).Press("Pair POS").ShouldBeTrue();
        Text(page, 601).ShouldBe("Key the OTP in");
        At(page, 602).Enter("Pairing OTP", "123456");
        page.Read().Fields[0].Value.ShouldBe("123456");
        At(page, 603).Press("OK").ShouldBeTrue();
        Text(page, 604.9).ShouldBe("Pairing");
        Text(page, 605).ShouldBe("Paired with 000000");
        page.IsOver.ShouldBeTrue();
        page.Deviation.ShouldBeNull();
    }

    [Fact]
    public void Its_pace_can_be_another()
    {
        var page = Page(10);
        Text(page, 0).ShouldBe("Not paired");
        Text(page, 0.5).ShouldBe("Commander found");
    }

    [Fact]
    public void What_was_not_done_at_the_bench_is_told_and_changes_nothing()
    {
        var page = Page(1);
        At(page, 0).Press("OK").ShouldBeFalse();
        page.Deviation.ShouldBe("[OK] was pressed; at the bench [Pair POS] was pressed next");
        Text(page, 1).ShouldBe("Not paired");
    }

    [Fact]
    public async Task The_drivers_own_browser_works_it()
    {
        var found = await new BrowserFinder(BrowserMachine.This).LookAsync();
        Assert.SkipWhen(found is null, "no browser here");
        await using var replay = await PageReplay.StartAsync(seen, Clock(TimeProvider.System, 100), TestContext.Current.CancellationToken);
        await using var browser = new LabBrowser(found!);
        await using var session = browser.Session();
        var page = await session.OpenAsync("pos-1", replay.Address);
        var panel = new BrowserPanel("pos-1", page, new RealTime(TimeProvider.System), NoEvidenceSink.Instance);
        await panel.WaitUntilAsync(p => p.Says("Commander found"), "the Commander");
        (await panel.PressAsync("Pair POS")).Says("Key the OTP in").ShouldBeTrue();
        (await panel.EnterAsync("Pairing OTP", "123456")).Field("Pairing OTP")!.Value.ShouldBe("123456");
        await panel.PressAsync("OK");
        await panel.WaitUntilAsync(p => p.Says("Paired with 000000"), "the end");
        replay.Deviation.ShouldBeNull();
    }

    private string Text(RecordedPage page, double second) => At(page, second).Read().Texts[0];

    private RecordedPage At(RecordedPage page, double second)
    {
        wall.SetUtcNow(Noon.AddDays(1).AddSeconds(second));
        return page;
    }

    private RecordedPage Page(double speed) => new(seen, Clock(wall, speed));

    private RecordedClock Clock(TimeProvider time, double speed) =>
        new(time, speed, Noon, seen.Where(RecordedPage.IsAct).Select(s => s.Wall));

    private static PanelSeen Seen(int second, string act, string text, string button) => new()
    {
        Device = "pos-1",
        Act = act,
        Title = "Pairing",
        Texts = [text],
        Buttons = [new(button, true)],
        Fields = [new("Pairing OTP", "", true)],
        Wall = Noon.AddSeconds(second),
    };
}
