using PairingLab.Drivers.Browser;

namespace PairingLab.Host.Packs;

/// <summary>Prints a page of a report as PDF, by the browser that the lab works with.</summary>
internal static class PdfPrinter
{
    /// <summary>Prints an HTML file beside itself.</summary>
    /// <exception cref="NoBrowserException">There is no browser.</exception>
    public static async Task PrintAsync(string html)
    {
        await using var browser = new LabBrowser(await new BrowserFinder(BrowserMachine.This).FindAsync());
        await using var session = browser.Session();
        var page = await session.OpenAsync("report", new(Path.GetFullPath(html)));

        // Pictures that are not in the window are not fetched yet.
        await page.EvaluateAsync("() => document.querySelectorAll('img').forEach(i => { i.loading = 'eager'; })");
        await page.EvaluateAsync("() => Promise.all([...document.images].map(i => i.decode().catch(() => {})))");
        await page.PdfAsync(new() { Path = Path.ChangeExtension(html, ".pdf"), PreferCSSPageSize = true, PrintBackground = true });
    }
}
