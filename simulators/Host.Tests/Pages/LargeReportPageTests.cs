using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using PairingLab.Drivers.Browser;
using PairingLab.Host.Tests.Commands;
using PairingLab.Reports;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Tests.Pages;

/// <summary>The report of a run that is larger than a page: its list is drawn as one scrolls, and a search finds all of it.</summary>
[Collection(PagesCollection.Name)]
public sealed class LargeReportPageTests(RunningBrowser browser) : IAsyncLifetime
{
    private const int Many = 2_400;

    private static readonly string[] Systems = ["Commander", "Sci", "SmartConnect"];

    private readonly TestFolder folder = new();
    private BrowserSession session = null!;
    private IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        session = browser.Session();
        var run = new DirectoryInfo(folder.Path);
        new EvidenceFolder(run).WriteRun(new() { Id = "r", Started = DateTimeOffset.UnixEpoch, Finished = DateTimeOffset.UnixEpoch });
        var scenarios = Directory.CreateDirectory(Path.Combine(folder.Path, "evidence", "scenarios")).FullName;
        for (var i = 1; i <= Many; i++)
        {
            await File.WriteAllBytesAsync(
                Path.Combine(scenarios, $"{i:0000}-x.json"),
                JsonSerializer.SerializeToUtf8Bytes(
                    new()
                    {
                        FeaturePath = $"{Systems[i % 3]}/part-{(i % 30).ToString("00", CultureInfo.InvariantCulture)}.feature",
                        Feature = $"Part {i % 30}",
                        Name = $"The workstation pairs with the code that the display shows, time {i}.",
                        Line = i,
                        Tags = ["@serial", "@time-travel"],
                        Outcome = i == Many - 1 ? Outcome.Failed : Outcome.Passed,
                        Error = i == Many - 1
                            ? new("it did not", null, null) { Expected = "pos-1 shows OTP expired", Seen = "pos-1 shows Paired" }
                            : null,
                    },
                    EvidenceJson.Readable.ScenarioEvidence));
        }

        page = await session.OpenAsync("report", new Uri(ReportWriter.Write(run).Index));
    }

    public async ValueTask DisposeAsync()
    {
        await (session?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder.Dispose();
    }

    [Fact]
    public async Task The_list_is_drawn_as_one_scrolls()
    {
        (await page.Locator(".row").CountAsync()).ShouldBeLessThan(Many * 2 / 3);
        (await page.Locator(".more").InnerTextAsync()).ShouldContain("more scenarios are drawn as you scroll");
        for (var drawn = 0; drawn < Many;)
        {
            await page.EvaluateAsync("() => scrollTo(0, document.body.scrollHeight)");
            await page.WaitForFunctionAsync("drawn => document.querySelectorAll('.row').length > drawn", drawn);
            drawn = await page.Locator(".row").CountAsync();
        }

        await Assertions.Expect(page.Locator(".more")).ToBeHiddenAsync();
        (await page.EvaluateAsync<int>("() => new Set([...document.querySelectorAll('.row a')].map(a => a.href)).size")).ShouldBe(Many);
    }

    [Fact]
    public async Task A_search_finds_what_was_not_drawn()
    {
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync($"time {Many}.");
        await Rows(1);
        await Assertions.Expect(page.Locator("output")).ToHaveTextAsync($"1 of {Many} shown");
    }

    [Fact]
    public async Task Who_types_on_while_the_rest_loads_is_answered_with_the_last_word()
    {
        var asked = new ConcurrentStack<IRoute>();
        var first = new TaskCompletionSource();
        await page.RouteAsync("**/rest.js", route =>
        {
            asked.Push(route);
            first.TrySetResult();
        });
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync($"time {Many}.");
        await first.Task;
        while (asked.TryPop(out var last))
        {
            await last.ContinueAsync();
        }

        await Rows(1);
    }

    [Fact]
    public async Task A_system_is_shown_alone_and_the_address_says_so()
    {
        await page.Locator(".systems").GetByText("Sci", new() { Exact = true }).ClickAsync();
        await Rows(Many / 3);
        page.Url.ShouldEndWith("#system=Sci");
        (await page.Locator(".system:visible h3").AllInnerTextsAsync()).ShouldBe(["Sci"]);
        await page.ReloadAsync();
        await Rows(Many / 3);
    }

    [Fact]
    public async Task What_differs_is_marked()
    {
        await Assertions.Expect(page.Locator(".failure .diff del")).ToHaveTextAsync("OTP expired");
        await Assertions.Expect(page.Locator(".failure .diff ins")).ToHaveTextAsync("Paired");
    }

    [Fact]
    public async Task It_is_dark_where_that_is_wanted_and_light_on_paper()
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        (await BackgroundAsync()).ShouldBe("rgb(18, 21, 24)");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, Media = Media.Print });
        (await BackgroundAsync()).ShouldBe("rgb(255, 255, 255)");
        await Assertions.Expect(page.Locator(".filters")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".failure")).ToBeVisibleAsync();
    }

    private Task<string> BackgroundAsync() => page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");

    private Task Rows(int count) => Assertions.Expect(page.Locator(".row:not([hidden])")).ToHaveCountAsync(count);
}
