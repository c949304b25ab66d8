using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PairingLab.Drivers.Browser;
using PairingLab.Host.Commands;
using PairingLab.Host.Site;
using PairingLab.Host.Tests.Commands;

namespace PairingLab.Host.Tests.Pages;

/// <summary>
/// The pictures of the bench page in README and docs are taken here. PAIRINGLAB_PICTURES=1 puts them where the pages show them; without it,
/// they are taken all the same, so that it is known that they can be.
/// </summary>
[Collection(PagesCollection.Name)]
public sealed partial class PicturesTests(RunningBrowser browser) : IAsyncLifetime
{
    private static readonly string[] Taken =
    [
        "docs/pictures/commander.png", "docs/pictures/sci.png", "docs/pictures/terminal-trust.png", "docs/pictures/wire.png",
        "simulators/Host/Pages/bench-page.png",
    ];

    private readonly TestFolder folder = new();
    private BrowserSession session = null!;
    private PagesBench bench = null!;

    private static string Root => Repository.Find().Root;

    public async ValueTask InitializeAsync()
    {
        session = browser.Session();
        bench = await PagesBench.StartAsync(devices: PairingSystems.BuiltIn.Sample.Devices);
    }

    public async ValueTask DisposeAsync()
    {
        await (session?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (bench?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder.Dispose();
    }

    [Fact]
    public void Each_picture_of_the_bench_page_that_a_page_shows_is_taken_here()
    {
        var shown = Directory.EnumerateFiles(Root, "*.md").Concat(
                Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .SelectMany(page => Picture().Matches(File.ReadAllText(page)).Select(m => Path.GetFullPath(
                m.Groups["path"].Value, Path.GetDirectoryName(page)!)))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Distinct(StringComparer.Ordinal);

        // The picture of a report is taken of a report, and not of the bench page.
        shown.Where(p => p != "reports/report.png").Order(StringComparer.Ordinal).ShouldBe(Taken.Order(StringComparer.Ordinal));
        Taken.ShouldAllBe(p => File.Exists(Path.Combine(Root, p)));
    }

    [Fact]
    public async Task They_are_taken()
    {
        await bench.AdvanceAsync(10);
        var hand = await OpenAsync("commander");
        await hand.SeesAsync("pos-1", "Pair POS");
        await hand.PressAsync("pos-2", "Pair POS");
        await hand.GuideSaysAsync("The Pairing Service does not run.");
        await TakeAsync(hand, "docs/pictures/commander.png");
        await TakeAsync(hand, "simulators/Host/Pages/bench-page.png");

        hand = await OpenAsync("sci");
        await hand.PressAsync("eftpos-1", "Pair with POS");
        await hand.SeesAsync("eftpos-1", "Pairing code");
        var code = await hand.ReadAsync(hand.Device("eftpos-1"), SixDigits());
        await hand.PressAsync("sci-pos-1", "Pairing");
        await hand.TypeAsync("sci-pos-1", "Pairing Code", code);
        await hand.PressAsync("sci-pos-1", "Pair");
        await hand.PressAsync("eftpos-1", "Confirm");
        await hand.SeesAsync("eftpos-1", "Paired with");
        await hand.PressAsync("sci-pos-1", "Test");
        await hand.GuideSaysAsync("sci-pos-1 is paired with eftpos-1");
        await TakeAsync(hand, "docs/pictures/sci.png");

        var wire = await session.OpenAsync("wire", bench.Page("/wire?system=sci"));
        await wire.Locator(".exchange summary").Filter(new() { HasText = "progress-pairing" }).First.ClickAsync();
        await TakeAsync(new(wire), "docs/pictures/wire.png");

        hand = await OpenAsync("terminal-trust");
        await hand.SeesAsync("kiosk-1", "No server host is set.");
        await TakeAsync(hand, "docs/pictures/terminal-trust.png");

        Directory.EnumerateFiles(folder.Path, "*.png", SearchOption.AllDirectories).Count().ShouldBe(Taken.Length);
    }

    private async Task<BenchHand> OpenAsync(string system) => new(await session.OpenAsync(system, bench.Page($"/systems/{system}")));

    private async Task TakeAsync(BenchHand hand, string picture)
    {
        Taken.ShouldContain(picture);
        await hand.Page.SetViewportSizeAsync(1440, 960);
        await hand.Page.EvaluateAsync("() => scrollTo(0, 0)");
        var png = await hand.Page.ScreenshotAsync();
        var roots = Environment.GetEnvironmentVariable("PAIRINGLAB_PICTURES") == "1" ? new[] { folder.Path, Root } : [folder.Path];
        foreach (var path in roots.Select(root => Path.Combine(root, picture)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, png);
        }
    }

    [GeneratedRegex(@"!\[[^\]]*\]\((?<path>[^)]+\.png)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Picture();

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?![0-9])")]
    private static partial Regex SixDigits();
}
