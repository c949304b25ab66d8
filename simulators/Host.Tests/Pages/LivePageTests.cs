using System.Diagnostics;
using Microsoft.Playwright;
using PairingLab.Drivers.Browser;
using PairingLab.Kernel.Network;

namespace PairingLab.Host.Tests.Pages;

/// <summary>Open pages follow the lab by themselves, and disturb nobody who types.</summary>
[Collection(PagesCollection.Name)]
public sealed class LivePageTests(RunningBrowser browser) : IAsyncLifetime
{
    private PagesBench bench = null!;
    private BrowserSession session = null!;

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

    [Fact]
    public async Task A_change_appears_on_every_open_page_by_itself()
    {
        var own = await session.OpenAsync("pos-1", bench.Page("/devices/pos-1"));
        var all = await session.OpenAsync("bench", bench.Page("/"));
        await bench.AdvanceAsync(3);
        await Assertions.Expect(own.GetByRole(AriaRole.Heading, new() { Name = "Pair POS" })).ToBeVisibleAsync();

        var watch = Stopwatch.StartNew();
        await bench.Site.Devices.Find("pos-1")!.PowerAsync(false);
        await Task.WhenAll(own.GetByText("No power").WaitForAsync(), all.Locator("#device-pos-1").GetByText("No power").WaitForAsync());

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2), "on a busy machine too");
    }

    [Fact]
    public async Task A_change_told_of_while_two_answers_are_on_their_way_is_not_lost()
    {
        var page = await session.OpenAsync("bench", bench.Page("/"));
        await page.EvaluateAsync(
            "() => { window.told = 0; "
            + "document.addEventListener('htmx:trigger', e => { if (e.target.id === 'cables') window.told++; }); }");
        var (releaseLive, releaseOwn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/bench/cables", route => LateAsync(route, releaseLive));
        await page.RouteAsync("**/bench/cables/pos-1", route => LateAsync(route, releaseOwn));
        var other = bench.Site.Cables.Find("pos-2")!;
        var shown = page.Locator("#cable-pos-2-state");

        other.Set(CableState.Cut);
        await page.WaitForFunctionAsync("() => window.told >= 1");
        await page.Locator("#cable-pos-1-state").SelectOptionAsync("slow");
        await page.WaitForFunctionAsync("() => window.told >= 2");
        other.Set(CableState.Connected);
        await page.WaitForFunctionAsync("() => window.told >= 3");
        releaseOwn.SetResult();
        await Assertions.Expect(shown).ToHaveValueAsync("Cut");
        releaseLive.SetResult();

        await Assertions.Expect(shown).ToHaveValueAsync("Connected");

        static async Task LateAsync(IRoute route, TaskCompletionSource release)
        {
            var answer = await route.FetchAsync();
            await release.Task;
            await route.FulfillAsync(new() { Response = answer });
        }
    }

    [Fact]
    public async Task What_is_typed_into_a_field_the_moment_it_appears_reaches_the_device()
    {
        await bench.Site.AddAsync(new("sci-pos-1", "sci-pos"));
        var page = await session.OpenAsync("sci-pos-1", bench.Page("/devices/sci-pos-1"));
        await page.EvaluateAsync(
            """
            () => new MutationObserver((_, observer) => {
              const field = document.querySelector('input[name="field:Pairing Code"]');
              if (!field) return;
              observer.disconnect();
              field.value = '123456';
              field.dispatchEvent(new Event('input', { bubbles: true }));
            }).observe(document, { subtree: true, childList: true })
            """);

        await page.GetByRole(AriaRole.Button, new() { Name = "Pairing" }).ClickAsync();

        await bench.UntilAsync("/lab/devices/sci-pos-1/panel", "123456");
    }

    [Fact]
    public async Task Typing_and_focus_stay_while_the_page_changes()
    {
        var page = await session.OpenAsync("bench", bench.Page("/"));
        var user = page.GetByLabel("User Name");
        var id = page.GetByLabel("Id", new() { Exact = true });
        await user.FocusAsync();
        var typing = page.Keyboard.TypeAsync("manager", new() { Delay = 20 });
        for (var i = 0; i < 10; i++)
        {
            await bench.AdvanceAsync(1);
            await bench.Site.Devices.Find("config-1")!.EnterAsync("Password", $"{i}");
        }

        await typing;
        await Assertions.Expect(user).ToHaveValueAsync("manager");
        await Assertions.Expect(user).ToBeFocusedAsync();
        (await bench.JsonAsync("config-1")).Field("User Name")!.Value.ShouldBe("manager");

        await id.FillAsync("pos-9");
        await bench.Http.PostAsync("/lab/devices", System.Net.Http.Json.JsonContent.Create(new { id = "pos-3", kind = "pos-workstation" }));
        await page.Locator("#device-pos-3").WaitForAsync();
        await Assertions.Expect(id).ToHaveValueAsync("pos-9");
    }

    [Fact]
    public async Task The_bench_page_works_clock_cables_power_and_devices_without_a_word_in_the_console()
    {
        var page = await session.OpenAsync("bench", bench.Page("/"));
        List<string> said = [];
        page.Console += (_, message) => said.Add(message.Text);
        await page.GetByRole(AriaRole.Button, new() { Name = "10 s" }).ClickAsync();
        await Assertions.Expect(page.Locator("time")).ToHaveTextAsync("2026-01-05 08:00:10");
        await page.GetByLabel("Advance by").FillAsync("soon");
        await page.GetByRole(AriaRole.Button, new() { Name = "Advance", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("“soon” is not a span of time");

        await page.GetByLabel("pos-1", new() { Exact = true }).And(page.Locator("select")).SelectOptionAsync("cut");
        await page.Locator("#cable-pos-1.cut").WaitForAsync();
        await page.GetByRole(AriaRole.Switch, new() { Name = "Power of pos-2" }).ClickAsync();
        await page.Locator("#device-pos-2").GetByText("No power").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove pos-2" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Assertions.Expect(page.Locator("#device-pos-2")).ToHaveCountAsync(0);
        await page.GetByLabel("Model").SelectOptionAsync("C18");
        await page.GetByLabel("Id", new() { Exact = true }).FillAsync("pos-4");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await page.Locator("#device-pos-4").WaitForAsync();

        said.Where(s => !s.Contains("409", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
