using Microsoft.Playwright;

namespace PairingLab.Drivers.Browser;

/// <summary>The one browser process of a run; it starts with the first page that is asked for. Safe from any thread.</summary>
public sealed class LabBrowser(BrowserFound found) : IAsyncDisposable
{
    private static readonly string[] Quiet =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim starting = new(1, 1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A session for one scenario, closed by disposing it.</summary>
    /// <param name="traced">Whether a Playwright trace is recorded for the evidence; it slows every page.</param>
    public BrowserSession Session(bool traced = false) => new(BrowserAsync, traced);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
        starting.Dispose();
    }

    private async Task<IBrowser> BrowserAsync()
    {
        await starting.WaitAsync();
        try
        {
            // A browser that crashed under one scenario must not take the others of the run with it.
            return browser is { IsConnected: true } ? browser : browser = await StartAsync();
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task<IBrowser> StartAsync()
    {
        playwright ??= await Playwright.CreateAsync();
        try
        {
            return await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = found.Path,
                Headless = true,
                Args = Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() ? [.. Quiet, "--no-sandbox"] : Quiet,
            });
        }
        catch (PlaywrightException e)
        {
            throw new NoBrowserException($"the browser {found.Path} ({found.How}) does not start: {e.Message.Split('\n')[0]}");
        }
    }
}
