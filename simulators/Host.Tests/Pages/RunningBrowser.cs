using Microsoft.Playwright;
using PairingLab.Drivers.Browser;

namespace PairingLab.Host.Tests.Pages;

/// <summary>The browser of this machine, one process for all tests of the pages.</summary>
public sealed class RunningBrowser : IAsyncLifetime
{
    private LabBrowser? browser;
    private string? missing;

    /// <summary>A session of its own; skips the test, with the reason, where there is no browser.</summary>
    public BrowserSession Session()
    {
        Assert.SkipWhen(browser is null, missing ?? "");
        return browser!.Session();
    }

    public async ValueTask InitializeAsync()
    {
        // Milliseconds; as long as Playwright's own actions: a loaded machine is not a wrong page.
        Assertions.SetDefaultExpectTimeout(30_000);
        try
        {
            browser = new LabBrowser(await new BrowserFinder(BrowserMachine.This).FindAsync());
        }
        catch (NoBrowserException e)
        {
            missing = e.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
    }
}
