using System.Text.Json;
using Microsoft.Playwright;

namespace PairingLab.Drivers.Browser.Admin;

/// <summary>A page of the admin panel, worked by role and name as a person finds things.</summary>
/// <param name="page">The page.</param>
/// <param name="panel">The address of MACS.</param>
public sealed class AdminPage(IPage page, Uri panel)
{
    // A busy machine answers late; a page that is right is seen at once however long one would have waited.
    private const float Patience = 30_000;

    // A live list is redrawn while it is looked at: it is read in one round trip.
    private const string ReadRows =
        """
        region => {
          const table = [...document.querySelectorAll('[role=region]')]
            .find(r => r.getAttribute('aria-label') === region)?.querySelector('table');
          if (!table) return '[]';
          const said = e => e.innerText.replace(/[▴▾]/g, '').replace(/\s+/g, ' ').trim();
          const heads = [...table.tHead.rows[0].cells].map(said);
          return JSON.stringify([...table.tBodies[0].rows]
            .map(r => Object.fromEntries([...r.cells].map((c, i) => [heads[i] || 'Actions', said(c)]))));
        }
        """;

    private const string ReadValue =
        "e => e.type === 'checkbox' ? (e.checked ? 'on' : 'off') : e.tagName === 'SELECT' ? e.selectedOptions[0].text : e.value";

    private const string ReadError =
        """
        e => e.ariaInvalid !== 'true' ? '' : (e.getAttribute('aria-describedby') || '').split(' ')
          .map(i => document.getElementById(i)?.innerText || '').join(' ')
        """;

    private const string FindSerious =
        """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
          .filter(v => v.impact === 'serious' || v.impact === 'critical')
          .map(v => `${v.id}: ${v.nodes[0].html}`)
        """;

    private const string ReadDetails =
        """
        () => JSON.stringify([...document.querySelectorAll('main dl > div')].map(d => ({
          group: d.closest('section')?.getAttribute('aria-label') || '',
          name: d.querySelector('dt').innerText.trim(), value: d.querySelector('dd').innerText.replace(/\s+/g, ' ').trim() })))
        """;

    private readonly TaskCompletionSource newsMayCome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AdminKeyboard? keyboard;

    /// <summary>Its address, from /admin on.</summary>
    public string Address => new Uri(page.Url).PathAndQuery;

    /// <summary>The page itself.</summary>
    public IPage Page => page;

    private ILocator Tabs => page.GetByRole(AriaRole.Navigation, new() { Name = "Tabs" });

    /// <summary>From now on it is worked by keyboard alone.</summary>
    public void TakeTheMouseAway() => keyboard = new(page);

    /// <summary>Pages opened from now on hear no news of their lists, as over a slow network, before <see cref="LetNewsCome"/>.</summary>
    public Task HoldNewsBackAsync() => page.RouteAsync("**/events", async route =>
    {
        await newsMayCome.Task;
        await route.ContinueAsync();
    });

    /// <summary>The news that were held back come.</summary>
    public void LetNewsCome() => newsMayCome.SetResult();

    /// <summary>Goes to an address; gives the status.</summary>
    public async Task<int> GoAsync(string address) =>
        (await page.GotoAsync(new Uri(panel, address).AbsoluteUri, new() { WaitUntil = WaitUntilState.DOMContentLoaded }))?.Status ?? 0;

    /// <summary>The heading.</summary>
    public Task<string> TitleAsync() => TextOfAsync(page.GetByRole(AriaRole.Heading, new() { Level = 1 }));

    /// <summary>Waits for a heading.</summary>
    public Task WaitForTitleAsync(string title) =>
        page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = title, Exact = true }).WaitForAsync(new() { Timeout = Patience });

    /// <summary>The names of the tabs.</summary>
    public Task<IReadOnlyList<string>> TabsAsync() => Tabs.GetByRole(AriaRole.Link).AllInnerTextsAsync();

    /// <summary>Opens a tab.</summary>
    public async Task OpenTabAsync(string tab)
    {
        await LeaveAsync(Tabs.GetByRole(AriaRole.Link, new() { Name = tab, Exact = true }));
        await WaitForTitleAsync(tab);
    }

    /// <summary>Follows a link or presses a button that leads to another page, and waits for that page.</summary>
    public Task ChooseAsync(string name) => LeaveAsync(page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true })
        .Or(page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true })).First);

    /// <summary>Looks until what it sees is right, and gives what was last seen.</summary>
    public static async Task<T> LookAsync<T>(Func<Task<T>> look, Func<T, bool> isRight)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (true)
        {
            var isLast = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds > Patience;
            try
            {
                var seen = await look();
                if (isLast || isRight(seen))
                {
                    return seen;
                }
            }
            catch (PlaywrightException) when (!isLast)
            {
                // The page is just going somewhere.
            }

            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Whether there is such a link or button.</summary>
    public async Task<bool> OffersAsync(string name) =>
        await page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true })
            .Or(page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true })).CountAsync() > 0;

    /// <summary>Opens what is folded up.</summary>
    public Task UnfoldAsync(string summary) => PressAsync(page.GetByText(summary, new() { Exact = true }));

    /// <summary>
    /// Fills in a field, chooses an option ("Lounge"), or ticks a box ("on", "off"); "Adult guests: Amount" is a field of a group.
    /// </summary>
    public async Task FillAsync(string field, string text)
    {
        var found = Field(field);
        var kind = await found.EvaluateAsync<string>("e => e.tagName === 'SELECT' ? 'select' : e.type", null, new() { Timeout = Patience });
        await (kind switch
        {
            "select" when keyboard is not null => keyboard.SelectAsync(found, text, Patience),
            "checkbox" when keyboard is not null => keyboard.TickAsync(found, text == "on", Patience),
            not "datetime-local" when keyboard is not null => keyboard.TypeAsync(found, text, Patience),
            "select" => found.SelectOptionAsync(new SelectOptionValue { Label = text }, new() { Timeout = Patience }),
            "checkbox" => found.SetCheckedAsync(text == "on", new() { Timeout = Patience }),
            _ => found.FillAsync(text, new() { Timeout = Patience }),
        });
    }

    /// <summary>Chooses a file.</summary>
    public Task ChooseFileAsync(string field, string name, string type, byte[] content) =>
        Field(field).SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = content }, new() { Timeout = Patience });

    /// <summary>What stands in a field.</summary>
    public Task<string> ValueAsync(string field) =>
        Field(field).EvaluateAsync<string>(ReadValue, null, new() { Timeout = Patience });

    /// <summary>What is said to be wrong with a field; empty when nothing is.</summary>
    public Task<string> ErrorAsync(string field) =>
        Field(field).EvaluateAsync<string>(ReadError, null, new() { Timeout = Patience });

    /// <summary>The rows of a table, by its name.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> RowsAsync(string table) =>
        JsonSerializer.Deserialize<List<Dictionary<string, string>>>(await page.EvaluateAsync<string>(ReadRows, table))!;

    /// <summary>The parameters of a details page: group (may be empty), name, value.</summary>
    public async Task<IReadOnlyList<AdminDetail>> DetailsAsync() =>
        JsonSerializer.Deserialize<List<AdminDetail>>(await page.EvaluateAsync<string>(ReadDetails), JsonSerializerOptions.Web)!;

    /// <summary>What the page announces: what was done, what was refused.</summary>
    public async Task<string> AnnouncedAsync() =>
        string.Join(' ', await page.GetByRole(AriaRole.Status).Or(page.GetByRole(AriaRole.Alert)).AllInnerTextsAsync());

    /// <summary>All that the page says.</summary>
    public Task<string> TextAsync() => page.GetByRole(AriaRole.Main).InnerTextAsync(new() { Timeout = Patience });

    /// <summary>A text by its accessible name: the pairing code.</summary>
    public Task<string> OutputAsync(string name) => TextOfAsync(page.GetByLabel(name, new() { Exact = true }));

    /// <summary>Presses a button that gives a file; its name and what is in it.</summary>
    public async Task<(string Name, byte[] Content)> DownloadAsync(string button)
    {
        var found = page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true });
        var download = await page.RunAndWaitForDownloadAsync(() => PressAsync(found), new() { Timeout = Patience });
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    /// <summary>What axe finds serious or critical, one line each.</summary>
    public async Task<IReadOnlyList<string>> SeriousFindingsAsync(string axe)
    {
        // Evaluated, not put into the page as an element: the page's policy forbids that, as it should.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync($"() => {{ {axe} }}");
        }

        return await page.EvaluateAsync<string[]>(FindSerious);
    }

    /// <summary>Presses the first stop of the page; what it was called.</summary>
    public async Task<string> SkipAsync()
    {
        var first = await NextStopAsync();
        await page.Keyboard.PressAsync("Enter");
        return first;
    }

    /// <summary>Presses Tab; what the focus is on then.</summary>
    public async Task<string> NextStopAsync()
    {
        await page.Keyboard.PressAsync("Tab");
        return (await page.EvaluateAsync<string>("() => document.activeElement.innerText")).Trim();
    }

    /// <summary>The name at the top.</summary>
    public Task<string> BrandAsync() => TextOfAsync(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link).First);

    /// <summary>The picture beside it, as it is served.</summary>
    public async Task<byte[]> LogoAsync()
    {
        var address = await page.GetByRole(AriaRole.Banner).Locator("img")
            .EvaluateAsync<string>("e => e.complete && e.naturalWidth > 0 ? e.src : ''");
        return address.Length == 0 ? [] : await (await page.APIRequest.GetAsync(address)).BodyAsync();
    }

    /// <summary>The colour of links and buttons (#0b5cad).</summary>
    public async Task<string> AccentAsync(bool isDark)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light });
        return await Tabs.Locator("[aria-current]").EvaluateAsync<string>(
            "e => '#' + getComputedStyle(e).color.match(/\\d+/g).slice(0, 3).map(n => (+n).toString(16).padStart(2, '0')).join('')");
    }

    /// <summary>Whether it is wider than its window, so that a person has to scroll sideways.</summary>
    public Task<bool> IsTooWideAsync() => page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth");

    /// <summary>The page that is left is marked, so that the next one is not taken for it.</summary>
    private async Task LeaveAsync(ILocator by)
    {
        await page.EvaluateAsync("() => { window.isLeft = true; }");
        await PressAsync(by);
        await page.WaitForFunctionAsync(
            "() => !window.isLeft && document.readyState !== 'loading'", null, new() { Timeout = Patience, PollingInterval = 5 });
    }

    private Task PressAsync(ILocator what) =>
        keyboard is null ? what.ClickAsync(new() { Timeout = Patience }) : keyboard.PressAsync(what, Patience);

    private static async Task<string> TextOfAsync(ILocator what) => (await what.InnerTextAsync(new() { Timeout = Patience })).Trim();

    private ILocator Field(string field)
    {
        var at = field.IndexOf(": ", StringComparison.Ordinal);
        return at < 0
            ? page.GetByLabel(field, new() { Exact = true }).Or(page.GetByLabel($"{field} (optional)", new() { Exact = true })).First
            : page.GetByRole(AriaRole.Group, new() { Name = field[..at], Exact = true }).First
                .GetByLabel(field[(at + 2)..], new() { Exact = true }).First;
    }
}

/// <summary>A parameter on a details page.</summary>
/// <param name="Group">The group it stands in; empty for none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it says.</param>
public sealed record AdminDetail(string Group, string Name, string Value);
