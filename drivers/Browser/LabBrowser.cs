using Microsoft.Playwright;

namespace PairingLab.Drivers.Browser;

/// <summary>
/// The one browser of a run, started or connected to with the first page that is asked for. Safe from any thread.
/// </summary>
/// <param name="found">The browser.</param>
/// <param name="visible">Whether a person works in it too.</param>
public sealed class LabBrowser(BrowserFound found, bool visible = false) : IAsyncDisposable
{
    private static readonly string[] Quiet =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    // Real milliseconds.
    private const float ConnectLimit = 30_000;

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
        return found.Address is not null ? await ConnectAsync(playwright.Chromium) : await LaunchAsync(playwright.Chromium);
    }

    private async Task<IBrowser> ConnectAsync(IBrowserType chromium)
    {
        try
        {
            return found.IsDevTools
                ? await chromium.ConnectOverCDPAsync(found.Path, new() { Timeout = ConnectLimit })
                : await chromium.ConnectAsync(found.Path, new() { Timeout = ConnectLimit });
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            throw new NoBrowserException(
                $"no browser answers at {found.Path}, as {found.How} says: {e.Message.Split('\n')[0]}; "
                + (found.IsDevTools
                    ? "start one there with --remote-debugging-port=9222"
                    : "start Playwright's server there, of this version"));
        }
    }

    private async Task<IBrowser> LaunchAsync(IBrowserType chromium)
    {
        try
        {
            return await chromium.LaunchAsync(new()
            {
                ExecutablePath = found.Path,
                Headless = !visible,
                Args = Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() ? [.. Quiet, "--no-sandbox"] : Quiet,
            });
        }
        catch (PlaywrightException e)
        {
            throw new NoBrowserException($"the browser {found.Path} ({found.How}) does not start: {e.Message.Split('\n')[0]}");
        }
    }
}
