using PairingLab.Drivers.Certification;
using PairingLab.Features.Support.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>What is done on the POS, what it asks of SCI because of that, and what it asks by itself.</summary>
internal sealed class PosActs(ICertifiedPos pos, PosDescription description, CertificationSite site, Journal journal)
{
    private const string InfoPath = "/v1/pairing-info";

    /// <summary>Texts that rules ask for letter by letter.</summary>
    private static readonly string[] Prescribed = [
        "Pairing not found: Pairing not found", "No active pairings found", "Transaction refused: The payment device is busy",
        "The payment device is not connected.",
    ];

    private int acted;
    private int ended;
    private int byItself;

    /// <summary>What the POS has asked since the scenario's last act.</summary>
    public IReadOnlyList<PosRequest> Heard => site.Heard.Since(acted);

    /// <summary>The texts that an act may bring.</summary>
    public IReadOnlyList<string> Texts(MadePairing? pairing)
    {
        var own = description.Texts;
        string?[] all = [.. Prescribed, own.Success, own.ConnectivityFailure, own.Removed, own.RemovedBeforeTransaction,
            own.Approved, own.Declined, own.Cancelled, own.Settled, own.Enquired];
        return [.. all.OfType<string>().Where(t => t.Length > 0).Select(t => pairing?.Names.In(t) ?? t).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Begins with what the scenario is about: from here on it counts what the POS asks and shows.</summary>
    public async Task BeginAsync(MadePairing? pairing)
    {
        await pos.MarkAsync(Texts(pairing));
        acted = site.Heard.Count;
    }

    /// <summary>Presses something.</summary>
    public Task PressAsync(PosPart part, MadePairing? of = null)
    {
        journal.Note($"press {description.Finder(part)?.For(of?.Names).ToString() ?? part.ToString()}");
        return WorkAsync(() => pos.PressAsync(part, of?.Names));
    }

    /// <summary>Presses a button of a form.</summary>
    public Task PressAsync(string label)
    {
        journal.Note($"press “{label}” of the form");
        return WorkAsync(() => pos.PressAsync(PosPart.FormButton, PairingNames.Of(label)));
    }

    /// <summary>Types into a field of a form.</summary>
    public Task FillAsync(string label, string text) => WorkAsync(() => pos.EnterAsync(PosPart.FormInput, text, PairingNames.Of(label)));

    /// <summary>Switches the POS off and on.</summary>
    public Task RestartAsync()
    {
        journal.Note("restart the POS");
        return WorkAsync(pos.RestartAsync);
    }

    /// <summary>Types a code that the checker knows, and sends it.</summary>
    public async Task SendCodeAsync(string code, string? nickname = null)
    {
        journal.Note("enter a pairing code");
        await WorkAsync(() => pos.EnterAsync(PosPart.Code, code));
        if (nickname is not null && description.Has(PosPart.Nickname))
        {
            journal.Note($"enter the pairing nickname {nickname}");
            await WorkAsync(() => pos.EnterAsync(PosPart.Nickname, nickname));
        }

        await PressAsync(PosPart.Pair);
    }

    /// <summary>Types an amount and starts its payment; what the POS asks counts from the payment on.</summary>
    public Task PayAsync(MadePairing pairing, string amount) => StartAsync(PosPart.Pay, pairing, amount);

    /// <summary>Types what the transaction needs, and starts it; what the POS asks counts from the start on.</summary>
    /// <param name="start">What starts it.</param>
    /// <param name="pairing">Over which pairing.</param>
    /// <param name="amount">The amount; null for a settlement.</param>
    /// <param name="cash">The cash that goes with a purchase; null for none.</param>
    public async Task StartAsync(PosPart start, MadePairing pairing, string? amount, string? cash = null)
    {
        foreach (var (part, typed) in new[] { (PosPart.Amount, amount), (PosPart.Cash, cash) })
        {
            if (typed is not null)
            {
                journal.Note($"enter {typed} as {part}");
                await WorkAsync(() => pos.EnterAsync(part, description.Amount(typed)));
            }
        }

        acted = site.Heard.Count;
        if (description.Parts.ContainsKey(PosPart.Terminal))
        {
            await PressAsync(PosPart.Terminal, pairing);
        }

        await PressAsync(start, pairing);
    }

    /// <summary>Whether the POS asks pairing-info by itself: then one that was heard after an act may be chance.</summary>
    public async Task<bool> AsksByItselfAsync()
    {
        Leave();
        var left = site.Heard.Count;
        return await pos.ByItselfAsync(() => byItself > 0 || site.Heard.Since(left).Any(h => h.Path == InfoPath));
    }

    /// <summary>The first request of that kind since the scenario's last act; null when none comes.</summary>
    public Task<PosRequest?> HeardAsync(string method, string path, MadePairing? of = null) => HeardAsync(acted, method, path, of);

    /// <summary>The first request of that kind since a count; null when none comes.</summary>
    public async Task<PosRequest?> HeardAsync(int since, string method, string path, MadePairing? of)
    {
        await pos.UntilAsync(() => Found() is not null);
        ended = site.Heard.Count;
        return Found();

        PosRequest? Found() => site.Heard.Since(since)
            .FirstOrDefault(h => h.Method == method && h.Path == path && (of is null || h.KeyId == of.KeyId));
    }

    private async Task WorkAsync(Func<Task> act)
    {
        Leave();
        try
        {
            await act();
        }
        catch (PosRefusedException e)
        {
            throw new NotReachedException(e.Message, e);
        }
        finally
        {
            ended = site.Heard.Count;
        }
    }

    /// <summary>What came since the last act was over, came by itself.</summary>
    private void Leave()
    {
        byItself += site.Heard.Since(ended).Count(h => h.Path == InfoPath);
        ended = site.Heard.Count;
    }
}
