using Microsoft.Playwright;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Time;

namespace PairingLab.Drivers.Browser;

/// <summary>A panel worked on a page of another maker, by a description of where it has what.</summary>
/// <param name="device">The device's id.</param>
/// <param name="page">Its page, open; closed by its <see cref="BrowserSession"/>.</param>
/// <param name="description">Where the page has what.</param>
/// <param name="time">How lab time passes while waiting.</param>
/// <param name="evidence">Takes down each panel seen.</param>
/// <param name="patience">How long a wait lasts when nothing else is said, in lab time.</param>
public sealed class DescribedPanel(
    string device, IPage page, DeviceDescription description, ILabTime time, IEvidenceSink evidence, TimeSpan patience) : IPanel
{
    // Real time: how long a page may take to react.
    private const float Reaction = 5000;

    /// <inheritdoc />
    public string Device => device;

    /// <inheritdoc />
    public async Task<PanelReading> ReadAsync(CancellationToken cancel = default) => Seen(await LookAsync(cancel), "read");

    /// <inheritdoc />
    public async Task<PanelReading> PressAsync(string button, CancellationToken cancel = default)
    {
        PanelRules.CanPress(await LookAsync(cancel), button);
        await ActAsync(() => At(description.Buttons[button]).First.ClickAsync(new() { Timeout = Reaction }), $"press {button}");
        return Seen(await LookAsync(cancel), $"press {button}");
    }

    /// <inheritdoc />
    public async Task<PanelReading> EnterAsync(string field, string text, CancellationToken cancel = default)
    {
        PanelRules.CanEnter(await LookAsync(cancel), field);
        await ActAsync(() => At(description.Fields[field]).First.FillAsync(text, new() { Timeout = Reaction }), $"enter {field}");
        return Seen(await LookAsync(cancel), $"enter {field}");
    }

    /// <inheritdoc />
    public async Task<PanelReading> WaitUntilAsync(
        Func<PanelReading, bool> condition, string what, TimeSpan? limit = null, CancellationToken cancel = default)
    {
        var wait = new PanelWait(time, LookAsync, _ => Task.FromResult(false));
        return Seen(await wait.UntilAsync(condition, what, limit ?? patience, cancel), $"wait until it shows {what}");
    }

    private ILocator At(PlaceOnPage place) => place.In(
        description.Frame is { } frame ? page.FrameLocator(frame).Locator(":root") : page.Locator(":root"), wholeText: true);

    private async Task<PanelReading> LookAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            var title = description.Title is { } place ? (await TextsAsync(place)).FirstOrDefault() ?? "" : await page.TitleAsync();
            return new(
                device,
                description.Titles.GetValueOrDefault(title, title),
                [.. await EachAsync(description.Texts, TextsAsync)],
                [.. await EachAsync(description.Buttons, ButtonAsync)],
                [.. await EachAsync(description.Fields, FieldAsync)]);
        }
        catch (PlaywrightException e) when (BrowserLostException.Is(page, e))
        {
            throw new BrowserLostException($"{device}: its page was closed, or the browser ended: {e.Message.Split('\n')[0]}");
        }
    }

    private static async Task<List<TOut>> EachAsync<TIn, TOut>(IEnumerable<TIn> all, Func<TIn, Task<IEnumerable<TOut>>> ask)
    {
        var found = new List<TOut>();
        foreach (var one in all)
        {
            found.AddRange(await ask(one));
        }

        return found;
    }

    private async Task<IEnumerable<string>> TextsAsync(PlaceOnPage place)
    {
        var texts = new List<string>();
        foreach (var found in await At(place).AllAsync())
        {
            if (await found.IsVisibleAsync() && (await found.InnerTextAsync(new() { Timeout = Reaction })).Trim() is { Length: > 0 } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    private async Task<IEnumerable<ButtonReading>> ButtonAsync(KeyValuePair<string, PlaceOnPage> named)
    {
        var button = At(named.Value).First;
        return await button.IsVisibleAsync() ? [new(named.Key, await button.IsEnabledAsync(new() { Timeout = Reaction }))] : [];
    }

    private async Task<IEnumerable<FieldReading>> FieldAsync(KeyValuePair<string, PlaceOnPage> named)
    {
        var field = At(named.Value).First;
        return await field.IsVisibleAsync()
            ?
            [
                new(
                    named.Key,
                    await field.InputValueAsync(new() { Timeout = Reaction }),
                    await field.IsEditableAsync(new() { Timeout = Reaction })),
            ]
            : [];
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

    private PanelReading Seen(PanelReading reading, string act)
    {
        evidence.PanelSeen(reading, act);
        return reading;
    }
}
