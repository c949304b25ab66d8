using Microsoft.Playwright;
using PairingLab.Drivers.Browser;
using PairingLab.Host.Tests.Commands;
using PairingLab.Reports;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Tests.Pages;

/// <summary>The report of a run, worked by keys.</summary>
[Collection(PagesCollection.Name)]
public sealed class ReportPageTests(RunningBrowser browser) : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private BrowserSession session = null!;
    private IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        session = browser.Session();
        var run = new DirectoryInfo(folder.Path);
        var evidence = new EvidenceFolder(run);
        evidence.WriteRun(new() { Id = "r", Started = DateTimeOffset.UnixEpoch, Finished = DateTimeOffset.UnixEpoch });
        foreach (var (name, line) in new[] { ("one", 3), ("two", 5), ("three", 7) })
        {
            var outcome = name == "two" ? Outcome.Failed : Outcome.Passed;
            evidence.Add(new() { FeaturePath = "a.feature", Feature = "a", Name = name, Line = line, Outcome = outcome }, new());
        }

        page = await session.OpenAsync("report", new Uri(ReportWriter.Write(run).Index));
    }

    public async ValueTask DisposeAsync()
    {
        await (session?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder.Dispose();
    }

    [Fact]
    public async Task F_shows_failures_only_and_the_address_shows_the_same_to_others()
    {
        await Rows(3);
        await page.Keyboard.PressAsync("f");
        await Rows(1);
        page.Url.ShouldEndWith("#status=failed");
        await page.ReloadAsync();
        await Rows(1);
        await page.Keyboard.PressAsync("f");
        await Rows(3);
        page.Url.ShouldNotContain("#");
    }

    [Fact]
    public async Task Slash_searches_and_letters_typed_there_are_no_keys()
    {
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("f");
        (await page.GetByRole(AriaRole.Searchbox).InputValueAsync()).ShouldBe("f");
        page.Url.ShouldEndWith("#text=f");
    }

    [Fact]
    public async Task J_and_k_go_from_scenario_to_scenario()
    {
        await page.Keyboard.PressAsync("j");
        await Focused("one");
        await page.Keyboard.PressAsync("j");
        await Focused("two");
        await page.Keyboard.PressAsync("k");
        await Focused("one");
    }

    private Task Rows(int count) => Assertions.Expect(page.Locator(".row:visible")).ToHaveCountAsync(count);

    private async Task Focused(string name) =>
        (await page.EvaluateAsync<string>("() => document.activeElement.textContent")).ShouldBe(name);
}
