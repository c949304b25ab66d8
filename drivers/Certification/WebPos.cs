using Microsoft.Playwright;
using PairingLab.Drivers.Browser;

namespace PairingLab.Drivers.Certification;

/// <summary>A POS worked on its page by what its description says.</summary>
/// <param name="description">Where its parts are.</param>
/// <param name="session">A browser with nothing stored.</param>
/// <param name="outside">What is done to the POS from outside its page.</param>
/// <param name="clock">The clock that it goes by; null for what the description says.</param>
public sealed class WebPos(PosDescription description, Func<BrowserSession> session, IPosOutside outside, IPosClock? clock = null)
    : ICertifiedPos, IAsyncDisposable
{
    private BrowserSession? open;
    private Uri? address;
    private PosPage? page;

    private PosPage Pos => page ?? throw new InvalidOperationException("the POS was not started");

    /// <inheritdoc />
    public string? Reached => page is null ? null
        : $"{address} in {page.Page.Context.Browser!.BrowserType.Name} {page.Page.Context.Browser.Version}";

    /// <inheritdoc />
    public IPosClock Clock { get; private set; } = clock ?? new RealPosClock();

    /// <inheritdoc />
    public Task<bool> NewsAsync(Func<bool> came) => Pos.NewsAsync(came);

    /// <inheritdoc />
    public async Task StartFreshAsync()
    {
        await DisposeAsync();
        address = await outside.FreshAsync();
        open = session();
        page = await PosPage.OpenAsync(description, open, address);
        if (description.Clock == PosClock.Page)
        {
            Clock = new PageClock(page);
        }

        await SignInAsync();
    }

    /// <inheritdoc />
    public async Task RestartAsync()
    {
        // What SCI has just answered is taken in first: a POS that loses its power between an answer and its disk is not what is asked.
        await Pos.SettleAsync();
        await outside.RestartAsync();
        await Pos.ReopenAsync(address!);
        await SignInAsync();
    }

    /// <inheritdoc />
    public async Task<bool> HasAsync(PosPart part, PairingNames? of = null)
    {
        if (!description.Has(part))
        {
            return false;
        }

        var finder = Finder(part, of);
        await BeforeAsync(finder);
        return await Pos.ComesAsync(() => SeesAsync(finder));
    }

    /// <inheritdoc />
    public async Task<bool> LacksAsync(PosPart part, PairingNames? of = null) =>
        !description.Has(part) || await Pos.ComesAsync(async () => !await SeesAsync(Finder(part, of)));

    /// <inheritdoc />
    public Task EnterAsync(PosPart part, string text, PairingNames? of = null)
    {
        var finder = Finder(part, of);
        return WorkAsync(finder, part, found => TypeAsync(finder, found, text));
    }

    /// <inheritdoc />
    public Task PressAsync(PosPart part, PairingNames? of = null)
    {
        var finder = Finder(part, of);
        return WorkAsync(finder, part, found => finder.Option is { } option
            ? found.SelectOptionAsync(new SelectOptionValue { Label = option })
            : found.ClickAsync());
    }

    /// <inheritdoc />
    public Task MarkAsync(IReadOnlyList<string> texts) => Pos.MarkAsync(texts);

    /// <inheritdoc />
    public Task<bool> ShowsAsync(string text) => Pos.ComesAsync(async () => await IsShownAsync(text));

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> ShownNowAsync(IReadOnlyList<string> texts)
    {
        await Pos.QuietAsync();
        return await Pos.ShownAsync(texts);
    }

    /// <inheritdoc />
    public Task<bool> AppearsAsync(string text) => Pos.ComesAsync(() => Pos.AppearedAsync(text));

    /// <inheritdoc />
    public Task<bool> HidesAsync(string text) => Pos.ComesAsync(async () => !await IsShownAsync(text));

    /// <inheritdoc />
    public async Task<bool> ShowsSecretAsync(IReadOnlyList<string> secrets) => (await Pos.SecretsAsync(secrets)).Count > 0;

    /// <inheritdoc />
    public Task<bool> UntilAsync(Func<bool> condition) => Pos.ComesAsync(() => Task.FromResult(condition()));

    /// <inheritdoc />
    public Task<bool> ByItselfAsync(Func<bool> happened) => Pos.ByItselfAsync(happened);

    /// <inheritdoc />
    public async Task<PosSeen> LookAsync(IReadOnlyList<string> secrets, bool picture)
    {
        var lines = await Pos.LinesAsync();
        var places = await Pos.SecretsAsync(secrets);

        // A picture can't be masked afterwards, and a page that holds a secret may have drawn it.
        return new(lines, picture && places.Count == 0 ? await Pos.PictureAsync() : null, places);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (open is not null)
        {
            await open.DisposeAsync();
        }
    }

    private async Task<bool> IsShownAsync(string text) => (await Pos.ShownAsync([text])).Count > 0;

    private PosFinder Finder(PosPart part, PairingNames? of) => description.Finder(part)?.For(of)
        ?? throw new PosRefusedException(part, $"the description says nothing of {part}");

    private ILocator All(PosFinder finder)
    {
        var frames = (finder.Frame ?? description.Frame)?.Split(" >> ") ?? [];
        var root = frames is [var outer, .. var inner]
            ? inner.Aggregate(Pos.Page.FrameLocator(outer), (f, next) => f.FrameLocator(next)).Locator(":root")
            : Pos.Page.Locator(":root");
        return finder.In(root, wholeText: false, description.TestIdAttribute);
    }

    private ILocator One(PosFinder finder) => finder.Nth > 0
        ? All(finder).Nth(finder.Nth - 1)
        : All(finder).Filter(new() { Visible = true }).First;

    private Task<bool> SeesAsync(PosFinder finder) => Pos.SeesAsync(One(Shown(finder)));

    /// <summary>What can be seen of a field that is typed by keys: itself if it was said where it is, else the key 1.</summary>
    private static PosFinder Shown(PosFinder finder) =>
        finder is { Keys: { } keys, Label: null, TestId: null, Placeholder: null, Css: null, Text: null, Role: null }
            ? keys.Key('1')
            : finder;

    private async Task TypeAsync(PosFinder finder, ILocator found, string text)
    {
        if (finder.Keys is { } keys)
        {
            foreach (var key in text)
            {
                await One(keys.Key(key)).ClickAsync();
            }
        }
        else if (finder.Split)
        {
            for (var i = 0; i < text.Length; i++)
            {
                await All(finder).Nth(i).FillAsync(text[i].ToString());
            }
        }
        else
        {
            await found.FillAsync(text);
        }
    }

    /// <summary>Presses what leads to a part that can't be seen yet.</summary>
    private async Task BeforeAsync(PosFinder finder)
    {
        await Pos.QuietAsync();
        if (finder.Before.Count == 0 || await SeesAsync(finder))
        {
            return;
        }

        foreach (var step in finder.Before)
        {
            if (!await Pos.ComesAsync(() => SeesAsync(step)))
            {
                return;
            }

            await RefusedAsync(() => One(step).ClickAsync(), null, step);
            await Pos.QuietAsync();
        }
    }

    private async Task WorkAsync(PosFinder finder, PosPart? part, Func<ILocator, Task> act)
    {
        await BeforeAsync(finder);
        var found = One(Shown(finder));
        if (!await Pos.ComesAsync(async () => await SeesAsync(finder) && await found.IsEnabledAsync()))
        {
            throw Nothing(part, finder, null);
        }

        await RefusedAsync(() => act(found), part, finder);
        if (!await Pos.QuietAsync() && description.TellsWhenBusy)
        {
            throw new PosRefusedException(part, $"the page was still busy {description.PatienceSeconds} s after {Where(part, finder)}");
        }
    }

    private async Task SignInAsync()
    {
        if (description.SignIn is not [var first, ..] || !await Pos.ComesAsync(() => SeesAsync(first.At)))
        {
            return;
        }

        foreach (var step in description.SignIn)
        {
            var text = step.Variable is { } variable
                ? Environment.GetEnvironmentVariable(variable)
                    ?? throw new PosRefusedException(null, $"the environment variable {variable}, of the description's signIn, is not set")
                : step.Text;
            await WorkAsync(step.At, null, found => text is null ? found.ClickAsync() : found.FillAsync(text));
        }
    }

    private async Task RefusedAsync(Func<Task> act, PosPart? part, PosFinder finder)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException && !Pos.Page.IsClosed)
        {
            throw Nothing(part, finder, e);
        }
    }

    private static string Where(PosPart? part, PosFinder finder) => part is null ? $"{finder}" : $"{finder} ({part})";

    private static PosRefusedException Nothing(PosPart? part, PosFinder finder, Exception? why) =>
        new(part, $"nothing to work at {Where(part, finder)}; if it is there, correct the description", why);
}
