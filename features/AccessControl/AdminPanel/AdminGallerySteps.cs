using Microsoft.Playwright;
using PairingLab.Drivers.Browser;

namespace PairingLab.Features.AccessControl.AdminPanel;

/// <summary>How the pages look, and who can use them: pictures for the report, and what axe finds.</summary>
[Binding]
[Scope(Tag = "access-control")]
public sealed class AdminGallerySteps(AdminPeople people)
{
    private const int Narrow = 360;

    private static readonly (string Name, int Width, ColorScheme Scheme)[] Views =
    [
        ("wide, light", 1280, ColorScheme.Light), ("wide, dark", 1280, ColorScheme.Dark),
        ("narrow, light", Narrow, ColorScheme.Light), ("narrow, dark", Narrow, ColorScheme.Dark),
    ];

    [Then(@"^([A-Z][a-z]+) can use these pages, wide and narrow, light and dark$")]
    public async Task CanBeUsed(string name, Table table)
    {
        foreach (var row in table.Rows)
        {
            await (await people.PageAsync(name)).GoAsync(row[1]);
            await CanBeUsed(name, row[0]);
        }
    }

    [Then(@"^all columns of the table ""(.*)"" are in sight of ([A-Z][a-z]+) on a telephone$")]
    public async Task AreInSight(string table, string name)
    {
        var page = (await people.PageAsync(name)).Page;
        await page.SetViewportSizeAsync(Narrow, 800);
        var cells = await page.GetByRole(AriaRole.Region, new() { Name = table }).Locator("tbody td").AllAsync();
        cells.ShouldNotBeEmpty();
        foreach (var cell in cells)
        {
            var box = (await cell.BoundingBoxAsync()).ShouldNotBeNull();
            (box.X + box.Width).ShouldBeLessThanOrEqualTo(Narrow, await cell.InnerTextAsync());
        }
    }

    [Then(@"^([A-Z][a-z]+) can use this page, wide and narrow, light and dark: (.*)$")]
    public async Task CanBeUsed(string name, string what)
    {
        var page = await people.PageAsync(name);
        var axe = await AxeScript.ReadAsync(people.Site.Bench.Root);
        foreach (var (view, width, scheme) in Views)
        {
            await page.Page.SetViewportSizeAsync(width, 800);
            await page.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            (await page.SeriousFindingsAsync(axe)).ShouldBeEmpty($"{what}, {view}");
            (await page.IsTooWideAsync()).ShouldBeFalse($"{what}, {view}: a person has to scroll sideways");

            // A pairing code is for the POS only, not for the readers of the report.
            var picture = await page.Page.ScreenshotAsync(new()
            {
                FullPage = true,
                Mask = [page.Page.GetByLabel("Pairing code", new() { Exact = true })],
                MaskColor = "#808080",
            });
            var file = $"{what.Replace(' ', '-').ToLowerInvariant()}-{view.Replace(", ", "-", StringComparison.Ordinal)}.png";
            people.Site.Bench.Witness.FileKept(file, picture, $"Gallery: {what}, {view}");
        }
    }
}
