using Microsoft.Playwright;
using PairingLab.Drivers.Evidence;

namespace PairingLab.Drivers.Browser;

/// <summary>The pages of one scenario. Each device has its own browser context, as each has its own cookies on a real site.</summary>
public sealed class BrowserSession : IAsyncDisposable
{
    private readonly Func<Task<IBrowser>> browser;
    private readonly bool traced;
    private readonly Dictionary<string, IPage> pages = [];

    internal BrowserSession(Func<Task<IBrowser>> browser, bool traced)
    {
        this.browser = browser;
        this.traced = traced;
    }

    /// <summary>Opens a device's page in the device's context; a page that is open goes there.</summary>
    /// <param name="device">The device, or the person who looks at the page.</param>
    /// <param name="address">The page.</param>
    /// <param name="zone">The time zone of the browser (Europe/Warsaw); null for the machine's.</param>
    public async Task<IPage> OpenAsync(string device, Uri address, string? zone = null)
    {
        if (!pages.TryGetValue(device, out var page))
        {
            pages[device] = page = await NewPageAsync(zone);
        }

        await page.GotoAsync(address.AbsoluteUri, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        return page;
    }

    /// <summary>
    /// Hands a screenshot of every open page, and its trace if there is one, to the evidence. What can't be had is left out.
    /// </summary>
    public async Task KeepEvidenceAsync(IEvidenceSink evidence)
    {
        foreach (var (device, page) in pages)
        {
            await TryAsync(() => PictureAsync(device, page, evidence));
            if (traced)
            {
                await TryAsync(() => TraceAsync(device, page, evidence));
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var page in pages.Values)
        {
            if (traced)
            {
                // A trace that nobody stops leaves its folder behind.
                await TryAsync(() => page.Context.Tracing.StopAsync());
            }

            await TryAsync(() => page.Context.CloseAsync());
        }

        pages.Clear();
    }

    private async Task<IPage> NewPageAsync(string? zone)
    {
        // The lab's certificates are its own, so no browser knows their issuer.
        var context = await (await browser()).NewContextAsync(new()
        {
            IgnoreHTTPSErrors = true,
            AcceptDownloads = true,
            TimezoneId = zone,
            ReducedMotion = ReducedMotion.Reduce, // a turning wheel that nobody looks at costs a core without a graphics card
        });
        if (traced)
        {
            await context.Tracing.StartAsync(new() { Screenshots = false, Snapshots = true });
        }

        return await context.NewPageAsync();
    }

    private static async Task PictureAsync(string device, IPage page, IEvidenceSink evidence)
    {
        await page.EvaluateAsync(HideScript.Hide, evidence.Secrets);
        var picture = await page.ScreenshotAsync(new() { Timeout = 5000 });
        evidence.FileKept($"{device}.png", picture, $"{device} at the end");
    }

    private static async Task TraceAsync(string device, IPage page, IEvidenceSink evidence)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.zip");
        try
        {
            await page.Context.Tracing.StopAsync(new() { Path = file });
            evidence.FileKept($"{device}-trace.zip", await File.ReadAllBytesAsync(file), $"Playwright trace of {device}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Evidence of a failure must not replace the failure.
    private static async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException or IOException)
        {
            // The page or the browser is gone; the steps before tell the story.
        }
    }
}
