using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using PairingLab.Drivers.Browser;

namespace PairingLab.Drivers.Certification;

/// <summary>
/// The page of a POS in a browser of its own: when it is still, what can be seen on it, all that it holds. Waits are counted in ticks of
/// the page's own clock, and what is under way is waited for: how fast the machine is decides nothing.
/// </summary>
internal sealed class PosPage
{
    private const int TicksPerSecond = 100;
    private const int Calm = 4; // ticks without a change, after which a page without aria-busy is taken for still
    private const int Glance = 2;
    private const int LongestGlance = 16; // while nothing changes, it is asked more and more rarely
    private const int Moment = TicksPerSecond / 2;
    private const int AfterNews = 2 * TicksPerSecond; // a page that tells when it is busy need not say so when news come
    private const int LongestInPatiences = 20;
    private const float Stuck = 120_000; // ms of real time, after which the browser itself is given up

    private static readonly string Script = Read();

    private readonly PosDescription description;
    private readonly IBrowserContext context;
    private readonly PosNetwork network;
    private readonly PosFrames frames;
    private readonly ConcurrentQueue<string> dialogs = [];
    private readonly Dictionary<string, int> before = new(StringComparer.Ordinal);
    private IReadOnlyList<string> watched = [];
    private bool hasNews;

    private PosPage(PosDescription description, IPage page)
    {
        this.description = description;
        network = new(description.Polls);
        (Page, context) = (page, page.Context);
        frames = new(() => Page);
    }

    /// <summary>The tab.</summary>
    public IPage Page { get; private set; }

    /// <summary>What the browser sends and gets.</summary>
    public PosNetwork Network => network;

    /// <summary>What the dialogs said since the last act began.</summary>
    public IReadOnlyCollection<string> Dialogs => dialogs;

    private int Patience => (int)Math.Ceiling(description.PatienceSeconds * TicksPerSecond);

    /// <summary>Opens it in a session that has nothing stored.</summary>
    public static async Task<PosPage> OpenAsync(PosDescription description, BrowserSession session, Uri address)
    {
        var opened = new PosPage(description, await session.OpenAsync("pos", new("about:blank")));
        await opened.context.AddInitScriptAsync(Script);
        if (description.Clock == PosClock.Page)
        {
            // After the lab's own script: its ticks are not those of the clock that is put forward.
            await opened.context.Clock.InstallAsync();
        }

        opened.context.SetDefaultTimeout(Stuck);
        opened.context.SetDefaultNavigationTimeout(Stuck);
        opened.Watch();
        await opened.GoAsync(address);
        return opened;
    }

    /// <summary>Closes the tab and opens another one: what the tab alone remembers is gone, what the browser has stored stays.</summary>
    public async Task ReopenAsync(Uri address)
    {
        var closed = Page;
        Page = await context.NewPageAsync();
        Watch();
        await closed.CloseAsync();
        network.Forget();
        await GoAsync(address);
    }

    /// <summary>Waits until nothing changes and nothing is under way; false when that never was.</summary>
    public async Task<bool> QuietAsync()
    {
        var (still, waited) = (false, 0);
        for (var left = Patience; !still && left > 0;)
        {
            if (network.IsBusy)
            {
                waited += await ChangeAsync(Glance);
                if (waited > Patience)
                {
                    network.GiveUp();
                }

                continue;
            }

            var calm = await StillAsync(description.TellsWhenBusy ? 1 : Calm, left);
            left -= Math.Max(1, calm.Passed);
            still = calm.Still && !network.IsBusy;
        }

        return still;
    }

    /// <summary>
    /// Waits until something is so; false when the POS has nothing under way and its patience is over. A page that tells when it is busy
    /// is asked once, when it is not.
    /// </summary>
    public async Task<bool> ComesAsync(Func<Task<bool>> condition)
    {
        if (!await QuietAsync() && description.TellsWhenBusy)
        {
            throw new PosRefusedException(null, $"the page was still busy after {description.PatienceSeconds} s");
        }

        var patience = !description.TellsWhenBusy ? Patience : hasNews ? Math.Min(AfterNews, Patience) : 0;
        return await ComesAsync(condition, patience);
    }

    /// <summary>Waits until something came that nobody did on the page, an answer to a poll say.</summary>
    public async Task<bool> NewsAsync(Func<bool> came) => hasNews = await ComesAsync(() => Task.FromResult(came()), Patience);

    private async Task<bool> ComesAsync(Func<Task<bool>> condition, int patience)
    {
        var (left, longest, glance) = (patience, LongestInPatiences * Patience, Glance);
        while (!await condition())
        {
            if (left <= 0 || longest <= 0)
            {
                return false;
            }

            var passed = Math.Max(1, await ChangeAsync(glance));
            glance = passed < glance ? Glance : Math.Min(2 * glance, LongestGlance);
            longest -= passed;
            left -= network.IsBusy ? 0 : passed;
        }

        return true;
    }

    /// <summary>Lets what a timer of the page has begun come back.</summary>
    public async Task SettleAsync()
    {
        await ChangeAsync(Glance);
        await QuietAsync();
    }

    /// <summary>Leaves the page alone for a moment; whether something came about by itself meanwhile.</summary>
    public async Task<bool> ByItselfAsync(Func<bool> happened)
    {
        for (var left = Moment; left > 0 && !happened();)
        {
            left -= Math.Max(1, await ChangeAsync(Glance));
        }

        return happened();
    }

    /// <summary>Takes down how often texts can be seen before an act; what is seen of them from here on is kept.</summary>
    public async Task MarkAsync(IReadOnlyList<string> texts)
    {
        dialogs.Clear();
        hasNews = false;
        watched = texts;
        var now = await frames.CountAsync("t => window.pairingLab?.watch(t) ?? []", texts);
        for (var i = 0; i < texts.Count; i++)
        {
            before[texts[i]] = now[i];
        }
    }

    /// <summary>Which of these texts can be seen now.</summary>
    public async Task<IReadOnlyList<string>> ShownAsync(IReadOnlyList<string> texts)
    {
        var counts = await frames.CountAsync("t => window.pairingLab?.count(t) ?? []", texts);
        return [.. texts.Where((_, i) => counts[i] > 0)];
    }

    /// <summary>Whether a text was seen since the act more often than before it, on the page or in a dialog.</summary>
    public async Task<bool> AppearedAsync(string text)
    {
        var known = before.GetValueOrDefault(text);
        if (dialogs.Any(d => d.Contains(text, StringComparison.Ordinal))
            || (await frames.CountAsync("t => window.pairingLab?.count(t) ?? []", [text]))[0] > known)
        {
            return true;
        }

        return watched.Contains(text, StringComparer.Ordinal)
            && (await frames.CountAsync("t => window.pairingLab?.peaks() ?? []", watched))[watched.ToList().IndexOf(text)] > known;
    }

    /// <summary>Whether an element can be seen, and so its frame.</summary>
    public async Task<bool> SeesAsync(ILocator found)
    {
        try
        {
            return await found.CountAsync() > 0 && await found.ElementHandleAsync() is { } element
                && await element.EvaluateAsync<bool>("e => window.pairingLab.elementSeen(e)")
                && await frames.IsSeenAsync(await element.OwnerFrameAsync());
        }
        catch (PlaywrightException) when (!Page.IsClosed)
        {
            return false; // it was taken away while it was looked at
        }
    }

    /// <summary>All texts of the page and its dialogs, line by line.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync()
    {
        var lines = new List<string>(dialogs);
        foreach (var frame in Page.Frames)
        {
            lines.AddRange(await frames.AskAsync(frame, "() => window.pairingLab?.lines() ?? []", null, Array.Empty<string>()));
        }

        return lines;
    }

    /// <summary>A picture of what the window holds, PNG.</summary>
    public async Task<byte[]> PictureAsync()
    {
        var part = await frames.AskAsync(Page.MainFrame, "() => window.pairingLab.extent()", null, Array.Empty<float>());
        return await Page.ScreenshotAsync(part is [var x, var y, var width, var height] && width > 0 && height > 0
            ? new() { Clip = new() { X = x, Y = y, Width = width, Height = height } }
            : null);
    }

    /// <summary>Where a secret is, in words: on the page, in what a screen reader says, or in what the browser got or sent.</summary>
    public async Task<IReadOnlyList<string>> SecretsAsync(IReadOnlyList<string> secrets)
    {
        var places = new List<string>(await network.LeaksAsync(secrets));
        foreach (var frame in Page.Frames)
        {
            var held = await frames.AskAsync(frame, "() => window.pairingLab?.everything() ?? []", null, Array.Empty<string>());
            if (held.Any(h => SecretText.Holds(h, secrets)))
            {
                places.Add(frame == Page.MainFrame ? "the page" : $"the frame {frame.Url.Split('?')[0]}");
            }
        }

        if (SecretText.Holds(await TreeAsync(), secrets))
        {
            places.Add("what a screen reader says");
        }

        return places;
    }

    private static string Read()
    {
        using var reader = new StreamReader(typeof(PosPage).Assembly.GetManifestResourceStream("pos-page.js")!);
        return reader.ReadToEnd();
    }

    private void Watch()
    {
        network.Watch(Page);
        Page.Dialog += async (_, dialog) =>
        {
            dialogs.Enqueue(dialog.Message);
            await (description.Dialogs == DialogAnswer.Accept ? dialog.AcceptAsync() : dialog.DismissAsync());
        };
    }

    private async Task GoAsync(Uri address)
    {
        await Page.GotoAsync(address.AbsoluteUri, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await QuietAsync();
    }

    private async Task<string> TreeAsync()
    {
        try
        {
            var session = await context.NewCDPSessionAsync(Page);
            var tree = await session.SendAsync("Accessibility.getFullAXTree");
            await session.DetachAsync();
            return tree?.GetRawText() ?? "";
        }
        catch (PlaywrightException) when (!Page.IsClosed)
        {
            return ""; // the page is just going to its next address
        }
    }

    private async Task<int> ChangeAsync(int ticks) => await frames.AskAsync(Page.MainFrame, "n => pairingLab.change(n)", ticks, ticks);

    private async Task<(int Passed, bool Still)> StillAsync(int calm, int limit)
    {
        const string Wait = "([calm, limit]) => window.pairingLab.still(calm, limit)";
        var answer = await frames.AskAsync(Page.MainFrame, Wait, new[] { calm, limit }, default(JsonElement));
        return answer.ValueKind == JsonValueKind.Object
            ? (answer.GetProperty("passed").GetInt32(), answer.GetProperty("still").GetBoolean())
            : (calm, false);
    }
}
