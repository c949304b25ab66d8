using System.Text.Json;
using Microsoft.Playwright;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Time;

namespace PairingLab.Drivers.Browser;

/// <summary>A panel worked on its page, by role and name, as a person finds things; README.md says what a page must keep to.</summary>
/// <param name="device">The device's id.</param>
/// <param name="page">Its page, open; closed by its <see cref="BrowserSession"/>.</param>
/// <param name="time">How lab time passes while waiting.</param>
/// <param name="evidence">Takes down each panel seen.</param>
/// <param name="patience">How long a wait lasts when nothing else is said, in lab time; null for 15 seconds.</param>
public sealed class BrowserPanel(string device, IPage page, ILabTime time, IEvidenceSink evidence, TimeSpan? patience = null) : IPanel
{
    // Real time: how long a page may take to react, and a moment for its live update to arrive.
    private const float ReactionInMilliseconds = 5000;
    private const int MomentInMilliseconds = 50;

    /// <inheritdoc />
    public string Device => device;

    /// <inheritdoc />
    public async Task<PanelReading> ReadAsync(CancellationToken cancel = default) => Seen(await LookAsync(cancel), "read");

    /// <inheritdoc />
    public async Task<PanelReading> PressAsync(string button, CancellationToken cancel = default)
    {
        var now = await PageAsync(cancel);
        PanelRules.CanPress(now.Panel(device), button);
        var found = Root(now).GetByRole(AriaRole.Button, new() { Name = button, Exact = true, Disabled = false });
        await ActAsync(() => found.First.ClickAsync(new() { Timeout = ReactionInMilliseconds }), $"press {button}");
        await AgainAsync(() => page.EvaluateAsync<bool>(PanelScript.Agree), cancel);
        return Seen(await SettledAsync(cancel), $"press {button}");
    }

    /// <inheritdoc />
    public async Task<PanelReading> EnterAsync(string field, string text, CancellationToken cancel = default)
    {
        var now = await PageAsync(cancel);
        PanelRules.CanEnter(now.Panel(device), field);
        var found = Root(now).GetByLabel(field, new() { Exact = true }).First;
        await ActAsync(() => TypeAsync(found, text), $"enter {field}");
        return Seen(await SettledAsync(cancel), $"enter {field}");
    }

    /// <inheritdoc />
    public async Task<PanelReading> WaitUntilAsync(
        Func<PanelReading, bool> condition, string what, TimeSpan? limit = null, CancellationToken cancel = default)
    {
        var wait = new PanelWait(time, LookAsync, ChangedAsync);
        return Seen(
            await wait.UntilAsync(condition, what, limit ?? patience ?? TimeSpan.FromSeconds(15), cancel),
            $"wait until it shows {what}");
    }

    // Behind a modal dialog there may be a button of the same name; a person could not press that one.
    private ILocator Root(PageReading now) =>
        now.Modal ? page.GetByRole(AriaRole.Dialog).Or(page.GetByRole(AriaRole.Alertdialog)).Last : page.Locator(":root");

    private static async Task TypeAsync(ILocator field, string text)
    {
        var tag = await field.EvaluateAsync<string>("e => e.tagName", null, new() { Timeout = ReactionInMilliseconds });
        await (tag == "SELECT"
            ? field.SelectOptionAsync(new SelectOptionValue { Label = text }, new() { Timeout = ReactionInMilliseconds })
            : field.FillAsync(text, new() { Timeout = ReactionInMilliseconds }));
    }

    private async Task ActAsync(Func<Task> act, string words)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException && !BrowserLostException.Is(page, e))
        {
            throw new PanelRefusedException($"{device}: could not {words}: {e.Message.Split('\n')[0]}");
        }
    }

    private async Task<PanelReading> SettledAsync(CancellationToken cancel)
    {
        await AgainAsync(
            () => page.WaitForFunctionAsync(PanelScript.Settled, null, new() { Timeout = ReactionInMilliseconds, PollingInterval = 5 }),
            cancel);
        return await LookAsync(cancel);
    }

    private Task<bool> ChangedAsync(CancellationToken cancel) =>
        AgainAsync(() => page.EvaluateAsync<bool>(PanelScript.Changed, MomentInMilliseconds), cancel);

    private async Task<PanelReading> LookAsync(CancellationToken cancel) => (await PageAsync(cancel)).Panel(device);

    private async Task<PageReading> PageAsync(CancellationToken cancel)
    {
        var read = await AgainAsync(() => page.EvaluateAsync<string>(PanelScript.Read), cancel);
        return JsonSerializer.Deserialize<PageReading>(read, JsonSerializerOptions.Web)!;
    }

    // A page that is just going to its next address can't be asked; the next one can.
    private async Task<T> AgainAsync<T>(Func<Task<T>> ask, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            return await ask();
        }
        catch (PlaywrightException e) when (BrowserLostException.Is(page, e))
        {
            throw new BrowserLostException($"{device}: its page was closed, or the browser ended: {e.Message.Split('\n')[0]}");
        }
        catch (PlaywrightException)
        {
            await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded, new() { Timeout = ReactionInMilliseconds });
            return await ask();
        }
    }

    private PanelReading Seen(PanelReading reading, string act)
    {
        evidence.PanelSeen(reading, act);
        return reading;
    }
}

/// <summary>The browser or its page is gone in the middle of a scenario: the lab's error, not the product's.</summary>
public sealed class BrowserLostException(string message) : Exception(message)
{
    internal static bool Is(IPage page, Exception e) =>
        page.IsClosed || page.Context.Browser is { IsConnected: false }
        || e.Message.Contains("has been closed", StringComparison.Ordinal) || e.Message.Contains("crashed", StringComparison.Ordinal);
}
