using System.Collections.Concurrent;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Record;
using PairingLab.Drivers.Serial;
using PairingLab.Drivers.Tests.Browser;
using PairingLab.Drivers.Time;

namespace PairingLab.Drivers.Tests.Record;

/// <summary>A person works a page, and the lab takes down what is done and what is shown.</summary>
public sealed class PageWatchTests(RunningBrowser running) : IClassFixture<RunningBrowser>
{
    private readonly ConcurrentQueue<Happening> happenings = [];

    [Fact]
    public async Task Presses_entries_and_what_comes_of_them_are_taken_down_in_their_order()
    {
        Assert.SkipUnless(running.Missing is null, running.Missing ?? "");
        await using var session = running.Lab.Session();
        var page = await session.OpenAsync("pos-1", RunningBrowser.Page);
        var panel = new BrowserPanel("pos-1", page, new RealTime(TimeProvider.System), NoEvidenceSink.Instance);
        var watch = await PageWatch.BeginAsync(page, panel, null, happenings.Enqueue);
        using var ended = new CancellationTokenSource();
        var following = watch.FollowAsync(ended.Token);
        await Patience.UntilAsync(() => happenings.OfType<PanelChanged>().Any(), "the page is read");

        await page.GetByLabel("Pairing OTP").FillAsync("1A2C3d");
        await page.GetByLabel("Password").FillAsync("Secret-1");
        await page.GetByText("Pair POS").First.ClickAsync();
        await Patience.UntilAsync(() => Shows("pressed Pair POS"), "what came of the press");
        await page.GetByText("Again").ClickAsync();
        await Patience.UntilAsync(() => Shows("opened again"), "the page after it");
        await page.GetByText("Named", new() { Exact = false }).Or(page.Locator("[aria-label=Named]")).First.ClickAsync();
        await Patience.UntilAsync(() => Shows("pressed Named"), "a press on the page after it");
        await ended.CancelAsync();
        await following;

        happenings.Where(h => h is not PanelChanged).ShouldBe(
        [
            new FieldFilled("pos-1", "Pairing OTP", "1A2C3d", IsPassword: false),
            new FieldFilled("pos-1", "Password", "Secret-1", IsPassword: true),
            new ButtonPressed("pos-1", "Pair POS"),
            new ButtonPressed("pos-1", "Again"),
            new ButtonPressed("pos-1", "Named"),
        ]);
        var order = happenings.ToList();
        order.FindIndex(h => h is ButtonPressed { Button: "Pair POS" })
            .ShouldBeLessThan(order.FindIndex(h => h is PanelChanged c && c.Panel.Says("pressed Pair POS")));
    }

    [Fact]
    public async Task A_page_that_is_closed_ends_the_watch_and_is_noted()
    {
        Assert.SkipUnless(running.Missing is null, running.Missing ?? "");
        await using var session = running.Lab.Session();
        var page = await session.OpenAsync("pos-1", RunningBrowser.Page);
        var panel = new BrowserPanel("pos-1", page, new RealTime(TimeProvider.System), NoEvidenceSink.Instance);
        var watch = await PageWatch.BeginAsync(page, panel, null, happenings.Enqueue);
        var following = watch.FollowAsync(CancellationToken.None);
        await page.CloseAsync();
        await following;
        happenings.OfType<Noted>().ShouldHaveSingleItem().Text.ShouldContain("its page can't be seen any more");
    }

    private bool Shows(string text) => happenings.OfType<PanelChanged>().Any(c => c.Panel.Says(text));
}
