using System.Text.Json;
using Microsoft.Playwright;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Record;

/// <summary>
/// Watches a page on which a person works: what is pressed and typed there, and what it shows. What changes without a press was
/// caused elsewhere; a person at the device itself is seen by what its page shows.
/// </summary>
public sealed class PageWatch
{
    // Real time: how soon a change is seen.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly IPanel panel;
    private readonly DeviceDescription? description;
    private readonly Action<Happening> tell;

    private PageWatch(IPanel panel, DeviceDescription? description, Action<Happening> tell) =>
        (this.panel, this.description, this.tell) = (panel, description, tell);

    /// <summary>Begins to watch an open page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="panel">How it is read.</param>
    /// <param name="description">Where it has what; null for a page that keeps to the lab's contract.</param>
    /// <param name="tell">Hears what happens, in its order.</param>
    public static async Task<PageWatch> BeginAsync(IPage page, IPanel panel, DeviceDescription? description, Action<Happening> tell)
    {
        var watch = new PageWatch(panel, description, tell);
        await page.ExposeFunctionAsync<string>("labDid", watch.Did);
        await page.AddInitScriptAsync($"({WatchScript.Listen})()");
        foreach (var frame in page.Frames)
        {
            await frame.EvaluateAsync(WatchScript.Listen);
        }

        return watch;
    }

    /// <summary>Tells what the page shows, whenever that changes, until it is cancelled or the page is closed.</summary>
    public async Task FollowAsync(CancellationToken cancel)
    {
        var last = "";
        try
        {
            while (true)
            {
                var reading = await panel.ReadAsync(cancel);
                var now = JsonSerializer.Serialize(reading);
                if (now != last)
                {
                    last = now;
                    tell(new PanelChanged(reading));
                }

                await Task.Delay(Look, TimeProvider.System, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The recording has ended.
        }
        catch (Exception e) when (e is BrowserLostException or PlaywrightException or TimeoutException)
        {
            tell(new Noted(panel.Device, $"its page can't be seen any more: {e.Message.Split('\n')[0]}"));
        }
    }

    private void Did(string json)
    {
        var act = JsonSerializer.Deserialize<PageAct>(json, JsonSerializerOptions.Web)!;
        tell(act.Kind == "press"
            ? new ButtonPressed(panel.Device, Named(description?.Buttons, act))
            : new FieldFilled(panel.Device, Named(description?.Fields, act), act.Text ?? "", act.IsPassword));
    }

    // What the page calls it, in the words of scenarios.
    private static string Named(IReadOnlyDictionary<string, PlaceOnPage>? places, PageAct act) => places?
        .Where(p => (p.Value.Name ?? p.Value.Label ?? p.Value.Text) == act.Name
            || (p.Value.TestId is { } id && id == act.TestId)
            || (p.Value.Css is { } css && css == $"#{act.Id}"))
        .Select(p => p.Key).FirstOrDefault() ?? act.Name;

    private sealed record PageAct(string Kind, string Name, string? Text, bool IsPassword, string? Id, string? TestId);
}

/// <summary>The script that hears presses and entries; it names things as <see cref="PanelScript"/> does.</summary>
internal static class WatchScript
{
    public const string Listen =
        """
        () => {
          if (window.labListens) return;
          window.labListens = true;
          const tidy = text => (text || '').replace(/\s+/g, ' ').trim();
          const byIds = ids => tidy((ids || '').split(/\s+/).map(id => document.getElementById(id)?.innerText || '').join(' '));
          const named = e => byIds(e.getAttribute('aria-labelledby')) || tidy(e.ariaLabel);
          const label = e => named(e) || tidy([...e.labels || []].map(l => tidy(l.innerText)).join(' ')) || tidy(e.placeholder || e.title);
          const button = e => named(e) || (e.tagName === 'INPUT' ? tidy(e.value || e.alt) : tidy(e.innerText)) || tidy(e.title);
          const buttons = 'button, input[type=button], input[type=submit], input[type=reset], input[type=image], [role=button]';
          const fields = 'input, textarea, select';
          const find = (event, selector) => event.composedPath().find(e => e.matches?.(selector));
          const tell = (kind, e, name, text) => labDid(JSON.stringify({
            kind, name, text, isPassword: e.type === 'password', id: e.id, testId: e.dataset?.testid }));
          document.addEventListener('click', event => {
            const e = find(event, buttons);
            if (e && !e.matches(':disabled') && e.ariaDisabled !== 'true') tell('press', e, button(e));
          }, true);
          document.addEventListener('change', event => {
            const e = find(event, fields);
            if (e) tell('enter', e, label(e), e.tagName === 'SELECT' ? tidy(e.selectedOptions[0]?.text) : e.value);
          }, true);
        }
        """;
}
