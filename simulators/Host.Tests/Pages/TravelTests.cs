using Microsoft.Playwright;
using PairingLab.Drivers.Browser;
using PairingLab.Kernel.Time;

namespace PairingLab.Host.Tests.Pages;

/// <summary>A journey of the clock shows how far it is, and can be stopped.</summary>
[Collection(PagesCollection.Name)]
public sealed class TravelTests(RunningBrowser browser) : IAsyncLifetime
{
    private BrowserSession session = null!;
    private PagesBench bench = null!;

    public async ValueTask InitializeAsync()
    {
        session = browser.Session();
        bench = await PagesBench.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await (session?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (bench?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Theory]
    [InlineData("+1 h", "2026-01-05 09:00:00")]
    [InlineData("+14 days", "2026-01-19 08:00:00")]
    [InlineData("+1 year", "2027-01-05 08:00:00")]
    public async Task The_presets_lead_there(string preset, string then)
    {
        var page = await session.OpenAsync("bench", bench.Page("/"));
        await page.GetByRole(AriaRole.Button, new() { Name = preset, Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator(".clock-face time")).ToHaveTextAsync(then, new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("#clock-presets")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_long_one_shows_how_far_it_is_and_is_stopped()
    {
        var site = bench.Site;
        var gate = new SemaphoreSlim(0);
        using var timer = site.Clock.CreateTimer(
            _ => { Hold(site.Clock, gate); }, null, TimeSpan.FromDays(100), Timeout.InfiniteTimeSpan);
        var page = await session.OpenAsync("bench", bench.Page("/"));
        await page.GetByRole(AriaRole.Button, new() { Name = "+1 year", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("#clock")).ToContainTextAsync("to 2027-01-05 08:00:00");
        await Assertions.Expect(page.Locator("#clock progress")).ToHaveAttributeAsync("value", "273");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#clock")).ToContainTextAsync("Stopped at 2026-04-15 08:00:00.");
        gate.Release();
        await Assertions.Expect(page.Locator("#clock-presets")).ToBeVisibleAsync();
        site.Clock.GetUtcNow().ShouldBe(new DateTimeOffset(2026, 4, 15, 8, 0, 0, TimeSpan.Zero));

        await page.GetByRole(AriaRole.Button, new() { Name = "1 s", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".clock-face time")).ToHaveTextAsync("2026-04-15 08:00:01");
    }

    /// <summary>Something is under way at that moment until the gate opens.</summary>
    private static void Hold(LabClock clock, SemaphoreSlim gate)
    {
        var hold = clock.Hold("a slow request");
        _ = gate.WaitAsync().ContinueWith(_ => hold.Dispose(), TaskScheduler.Default);
    }
}
