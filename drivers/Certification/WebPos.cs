using Microsoft.Playwright;
using PairingLab.Drivers.Browser;

namespace PairingLab.Drivers.Certification;

/// <summary>A POS worked on its page by what its description says.</summary>
/// <param name="description">Where its parts are.</param>
/// <param name="session">A browser with nothing stored.</param>
/// <param name="fresh">Gives the address of the page of a POS without pairings.</param>
/// <param name="restart">What else a restart takes, a power cut of a simulated POS say.</param>
public sealed class WebPos(PosDescription description, Func<BrowserSession> session, Func<Task<Uri>> fresh, Func<Task> restart) : ICertifiedPos, IAsyncDisposable
{
    private const string Says = "text => document.body.innerText.replace(/\\s+/g, ' ').includes(text)";
    private const string SaysNot = "text => !document.body.innerText.replace(/\\s+/g, ' ').includes(text)";

    /// <summary>What a person can read: the page's text and what stands in its fields.</summary>
    private const string AllTexts =
        """
        () => [...document.body.innerText.split('\n'), ...[...document.querySelectorAll('input, textarea, select')]
          .filter(e => e.type !== 'hidden' && e.checkVisibility()).map(e => e.value)].map(t => t.replace(/\s+/g, ' ').trim()).filter(t => t)
        """;

    private const float LongestQuiet = 2000; // ms

    private BrowserSession? open;
    private Uri? address;
    private IPage? page;

    private IPage Page => page ?? throw new InvalidOperationException("the POS was not started");

    private float Patience => (float)(description.PatienceSeconds * 1000);

    /// <inheritdoc />
    public async Task StartFreshAsync()
    {
        await DisposeAsync();
        open = session();
        address = await fresh();
        await OpenAsync();
    }

    /// <inheritdoc />
    public async Task RestartAsync()
    {
        await restart();
        await OpenAsync();
    }

    /// <inheritdoc />
    public async Task<bool> HasAsync(PosPart part, PairingNames? of = null) => description.Has(part) && await CameAsync(Find(part, of), visible: true);

    /// <inheritdoc />
    public async Task<bool> LacksAsync(PosPart part, PairingNames? of = null) => !description.Has(part) || await CameAsync(Find(part, of), visible: false);

    /// <inheritdoc />
    public Task EnterAsync(PosPart part, string text) => ActAsync(part, null, found => found.FillAsync(text, new() { Timeout = Patience }));

    /// <inheritdoc />
    public Task PressAsync(PosPart part, PairingNames? of = null) => ActAsync(part, of, found => found.ClickAsync(new() { Timeout = Patience }));

    /// <inheritdoc />
    public Task<bool> ShowsAsync(string text) => ComesTrueAsync(Says, text);

    /// <inheritdoc />
    public Task<bool> HidesAsync(string text) => ComesTrueAsync(SaysNot, text);

    /// <inheritdoc />
    public async Task<bool> ShowsSecretAsync(IReadOnlyList<string> secrets) => Secret(await TextsAsync(), secrets);

    /// <inheritdoc />
    public async Task<bool> IsDoneAsync()
    {
        if (description.TellsWhenBusy)
        {
            await SettleAsync(why => new(null, $"the page was still busy after {description.PatienceSeconds} s", why));
        }

        return description.TellsWhenBusy;
    }

    /// <inheritdoc />
    public async Task<PosSeen> LookAsync(IReadOnlyList<string> secrets)
    {
        var texts = await TextsAsync();

        // A picture can't be masked afterwards.
        var picture = Secret(texts, secrets) ? null : await Page.ScreenshotAsync(new() { Timeout = Patience });
        return new(texts, picture);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (open is not null)
        {
            await open.DisposeAsync();
        }
    }

    private static bool Secret(IEnumerable<string> texts, IReadOnlyList<string> secrets) =>
        texts.Any(t => secrets.Any(s => t.Contains(s, StringComparison.OrdinalIgnoreCase)));

    private Task<string[]> TextsAsync() => Page.EvaluateAsync<string[]>(AllTexts);

    private async Task OpenAsync()
    {
        page = await open!.OpenAsync("pos", address!);
        await ReadyAsync();
    }

    /// <summary>A page is there before its scripts are, and a press before that goes nowhere; aria-busy, or requests still under way, say so.</summary>
    private async Task ReadyAsync()
    {
        try
        {
            await Page.WaitForFunctionAsync(PanelScript.Settled, null, new() { Timeout = Patience, PollingInterval = 5 });
            if (description.Is != PosWay.Simulated && !description.TellsWhenBusy)
            {
                await Page.WaitForLoadStateAsync(LoadState.NetworkIdle, new() { Timeout = MathF.Min(Patience, LongestQuiet) });
            }
        }
        catch (TimeoutException)
        {
            // A page that never is quiet, one that polls say: whether it can be worked is seen when it is worked.
        }
    }

    private ILocator Find(PosPart part, PairingNames? of)
    {
        var finder = description.Parts.GetValueOrDefault(part)?.For(of) ?? throw new PosRefusedException(part, $"the description says nothing of {part}");
        var found = finder.Label is { } label ? Page.GetByLabel(label, new() { Exact = true })
            : finder.TestId is { } id ? Page.GetByTestId(id)
            : finder.Text is { } text ? Page.GetByText(text)
            : Page.GetByRole(Enum.TryParse<AriaRole>(finder.Role, ignoreCase: true, out var role) ? role : AriaRole.Generic, new() { Name = finder.Name, Exact = true });
        return found.Filter(new() { Visible = true }).First;
    }

    private async Task ActAsync(PosPart part, PairingNames? of, Func<ILocator, Task> act)
    {
        var found = Find(part, of);
        var where = $"{description.Parts[part].For(of)} ({part})";
        if (await IsDoneAsync() && !await found.IsVisibleAsync())
        {
            throw Nothing(null);
        }

        await RefusedAsync(() => act(found), Nothing);
        await SettleAsync(why => new(part, $"the page was still busy {description.PatienceSeconds} s after {where}", why));

        PosRefusedException Nothing(Exception? why) => new(part, $"nothing to work at {where}; if it is there, correct the description", why);
    }

    private Task SettleAsync(Func<Exception, PosRefusedException> refused) =>
        RefusedAsync(() => Page.WaitForFunctionAsync(PanelScript.Settled, null, new() { Timeout = Patience, PollingInterval = 5 }), refused);

    private async Task RefusedAsync(Func<Task> act, Func<Exception, PosRefusedException> refused)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException && !Page.IsClosed)
        {
            throw refused(e);
        }
    }

    private async Task<bool> CameAsync(ILocator found, bool visible)
    {
        if (await IsDoneAsync())
        {
            return await found.IsVisibleAsync() == visible;
        }

        try
        {
            await found.WaitForAsync(new() { State = visible ? WaitForSelectorState.Visible : WaitForSelectorState.Hidden, Timeout = Patience });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task<bool> ComesTrueAsync(string script, string text)
    {
        if (await IsDoneAsync())
        {
            return await Page.EvaluateAsync<bool>(script, text);
        }

        try
        {
            await Page.WaitForFunctionAsync(script, text, new() { Timeout = Patience, PollingInterval = 20 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
