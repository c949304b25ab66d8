using System.Net;
using Microsoft.Playwright;
using PairingLab.Drivers.Browser;
using PairingLab.Host.Site;
using PairingLab.Kernel.Network;

namespace PairingLab.Host.Tests.Pages;

/// <summary>The bench page has a tab a system, asks before something is lost, and fits every screen.</summary>
[Collection(PagesCollection.Name)]
public sealed class BenchTabTests(RunningBrowser browser) : IAsyncLifetime
{
    private BrowserSession session = null!;
    private PagesBench bench = null!;

    public static TheoryData<string> Systems => [.. PairingSystems.BuiltIn.All.Select(s => s.Name)];

    public async ValueTask InitializeAsync()
    {
        session = browser.Session();
        bench = await PagesBench.StartAsync(devices: PairingSystems.BuiltIn.Sample.Devices);
    }

    public async ValueTask DisposeAsync()
    {
        await (session?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (bench?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task A_tab_has_the_devices_cables_and_guide_of_its_system_and_an_address(string system)
    {
        var page = await session.OpenAsync(system, bench.Page($"/systems/{system}"));
        var own = bench.Site.Devices.All.Where(d => d.Info.System == system).Select(d => d.Info.Id).ToList();

        (await page.Locator(".device").EvaluateAllAsync<string[]>("all => all.map(d => d.id)")).ShouldBe(own.Select(id => $"device-{id}"));
        (await page.Locator("#cables form").EvaluateAllAsync<string[]>("all => all.map(d => d.id)"))
            .ShouldAllBe(id => own.Any(o => id == $"cable-{o}") || id == $"cable-{system}");
        (await page.Locator("#guide ol").CountAsync()).ShouldBe(1);
        (await page.Locator("[aria-current=page]").InnerTextAsync()).ShouldBe(
            PairingSystems.BuiltIn.All.Single(s => s.Name == system).Title);

        await bench.Site.Devices.Find(own[0])!.PowerAsync(false);
        await Assertions.Expect(page.Locator($"#device-{own[0]}.dark")).ToHaveCountAsync(1);
        (await page.Locator(".device").CountAsync()).ShouldBe(own.Count, "what comes live keeps to the tab");
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task A_tab_fits_wide_and_narrow_screens(string system)
    {
        await bench.AdvanceAsync(10);
        var page = await session.OpenAsync(system, bench.Page($"/systems/{system}"));
        await page.Locator(".bench-connect summary").ClickAsync();
        foreach (var width in new[] { 1440, 1024, 360 })
        {
            await page.SetViewportSizeAsync(width, 900);
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, $"at {width}");
            var widths = await page.Locator(".device").EvaluateAllAsync<int[]>(
                "all => all.map(d => Math.round(d.getBoundingClientRect().width))");
            (widths.Max() - widths.Min()).ShouldBeLessThanOrEqualTo(1, $"the devices are as wide as each other at {width}");
        }
    }

    [Fact]
    public async Task An_unknown_system_is_said_with_those_there_are()
    {
        using var answer = await bench.Http.GetAsync("/systems/coffee");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("/systems/terminal-trust");
    }

    [Fact]
    public async Task What_loses_something_asks_first_and_says_what_it_has_done()
    {
        var page = await session.OpenAsync("commander", bench.Page("/systems/commander"));
        var ask = page.Locator("#ask");

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove pos-2" }).ClickAsync();
        await Assertions.Expect(ask).ToContainTextAsync("Remove pos-2 from the bench?");
        await ask.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(ask).ToBeHiddenAsync();
        bench.Site.Devices.Find("pos-2").ShouldNotBeNull();

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove pos-2" }).ClickAsync();
        await ask.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Assertions.Expect(page.Locator(".bench-said")).ToContainTextAsync("pos-2 has been removed.");
        await Assertions.Expect(page.Locator("#device-pos-2")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("commander", "commander-1", "Re-load software", "It forgets every pairing")]
    [InlineData("terminal-trust", "cas-1", "Migrate server", "Every terminal must be approved again")]
    [InlineData("terminal-trust", "cas-1", "Reinstall server", "Its events, users and settings are lost")]
    [InlineData("terminal-trust", "cas-1", "Reinstall under another licence key", "no terminal trusts it")]
    public async Task A_button_of_the_lab_that_loses_something_asks_first(string system, string device, string button, string question)
    {
        var page = await session.OpenAsync(system, bench.Page($"/systems/{system}"));
        var posted = 0;
        page.Request += (_, request) => posted += request.Url.EndsWith("/press", StringComparison.Ordinal) ? 1 : 0;
        var ask = page.Locator("#ask");

        await page.Locator($"#device-{device}").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(ask).ToContainTextAsync(question);
        posted.ShouldBe(0);
        await page.RunAndWaitForResponseAsync(
            () => ask.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync(),
            answer => answer.Url.EndsWith($"/devices/{device}/press", StringComparison.Ordinal) && answer.Ok);
    }

    [Fact]
    public async Task Many_devices_are_searched()
    {
        for (var i = 4; i <= 9; i++)
        {
            await bench.Site.AddAsync(new($"pos-{i}", "pos-workstation", i == 9 ? "C18" : "Topaz"));
        }

        var page = await session.OpenAsync("commander", bench.Page("/systems/commander"));
        await page.GetByLabel("Find a device").FillAsync("pos-9");
        await Assertions.Expect(page.Locator(".device:visible")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".bench-search [role=status]")).ToHaveTextAsync("1 of 13");

        await bench.AdvanceAsync(10);
        await Assertions.Expect(page.Locator("#device-pos-9")).ToContainTextAsync("Pair POS");
        await Assertions.Expect(page.Locator(".device:visible")).ToHaveCountAsync(1);
        await page.GetByLabel("Find a device").FillAsync("");
        await Assertions.Expect(page.Locator(".device:visible")).ToHaveCountAsync(13);
    }

    [Fact]
    public async Task With_two_Commanders_the_one_that_a_workstation_is_plugged_into_can_be_read()
    {
        await bench.Site.AddAsync(new("commander-2", "commander-display"));
        var page = await session.OpenAsync("commander", bench.Page("/systems/commander"));
        foreach (var width in new[] { 1440, 360 })
        {
            await page.SetViewportSizeAsync(width, 900);
            var box = (await page.Locator("#cable-pos-1-to").BoundingBoxAsync())!;
            box.Width.ShouldBeGreaterThan(120, "commander-1 is longer than that");
        }

        await page.Locator("#cable-pos-1-to").SelectOptionAsync("commander-2");
        await bench.UntilAsync("/bench/cables", "<option selected>commander-2</option>");
    }

    [Fact]
    public async Task How_to_connect_stands_on_the_page_with_addresses_that_can_be_copied()
    {
        var page = await session.OpenAsync("sci", bench.Page("/systems/sci"));
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var connect = page.Locator("#connect-sci");
        await connect.Locator("summary").ClickAsync();
        var directory = bench.Site.Systems.SelectMany(s => s.Directory).First(d => d.Id == "pairing-service");

        await connect.GetByRole(AriaRole.Button, new() { Name = "Copy apiKey of pairing-service" }).ClickAsync();

        await Assertions.Expect(connect.GetByText("Copied").First).ToBeVisibleAsync();
        (await page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).ShouldBe(directory.Credentials["apiKey"]);
        await Assertions.Expect(connect).ToContainTextAsync(directory.Api!);
        await Assertions.Expect(connect.GetByRole(AriaRole.Link, new() { Name = "OpenAPI" }).First)
            .ToHaveAttributeAsync("href", directory.Openapi!);
        var protocol = await connect.GetByRole(AriaRole.Link, new() { Name = "The protocol" }).GetAttributeAsync("href");
        (await bench.Http.GetStringAsync(protocol)).ShouldContain("# SCI, Simple Cloud Integration");
    }

    [Fact]
    public async Task A_device_is_added_with_the_software_that_was_asked_for()
    {
        var page = await session.OpenAsync("terminal-trust", bench.Page("/systems/terminal-trust"));
        await page.GetByLabel("Model").SelectOptionAsync("BATMTwo");
        await page.GetByLabel("Id", new() { Exact = true }).FillAsync("kiosk-9");
        await page.GetByLabel("Software").FillAsync("20221118");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("#device-kiosk-9")).ToContainTextAsync("Firmware 20221118");
    }
}
