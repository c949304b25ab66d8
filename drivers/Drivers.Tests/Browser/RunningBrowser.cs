using PairingLab.Drivers.Browser;

namespace PairingLab.Drivers.Tests.Browser;

/// <summary>The browser of this machine, one process for a test class.</summary>
public sealed class RunningBrowser : IAsyncLifetime
{
    private LabBrowser? browser;

    /// <summary>Why there is none, or null when there is.</summary>
    public string? Missing { get; private set; }

    public LabBrowser Lab => browser ?? throw new InvalidOperationException(Missing);

    public static Uri Page { get; } = new(Path.Combine(RepositoryPaths.Tests, "Browser", "page.html"));

    public async ValueTask InitializeAsync()
    {
        try
        {
            browser = new LabBrowser(await new BrowserFinder(BrowserMachine.This).FindAsync());
        }
        catch (NoBrowserException e)
        {
            Missing = e.Message;
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
