using PairingLab.Drivers.Certification;
using PairingLab.Features.Support.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>Brings POS and terminals to where a rule's check begins, by the shortest way from where they stand.</summary>
internal sealed class Stage(ICertifiedPos pos, PosDescription description, CertificationSite site, Journal journal)
{
    private static readonly string[] Nicknames = ["Front Bar", "Back Bar"];

    private readonly List<MadePairing> pairings = [];
    private string? neverPairs;
    private int acted;

    /// <summary>The POS.</summary>
    public ICertifiedPos Pos => pos;

    /// <summary>What it is.</summary>
    public PosDescription Description => description;

    /// <summary>The lab's side.</summary>
    public CertificationSite Site => site;

    /// <summary>What is taken down.</summary>
    public Journal Journal => journal;

    /// <summary>Where the POS stands; a check that moves it says so.</summary>
    public Standing Standing { get; set; }

    /// <summary>The pairings that the POS has made since it was fresh.</summary>
    public IReadOnlyList<MadePairing> Pairings => pairings;

    /// <summary>The pairing that the scenario is about.</summary>
    public MadePairing Pairing { get => field ?? throw new InvalidOperationException("no pairing was made in this scenario"); private set; }

    /// <summary>What the POS has asked since the scenario's last act.</summary>
    public IReadOnlyList<PosRequest> Heard => site.Heard.Since(acted);

    /// <summary>No pairing, the pairing section open.</summary>
    public async Task UnpairedAsync()
    {
        if (Standing == Standing.Unpaired)
        {
            return;
        }

        await FreshAsync();
        await OpenPairingAsync();
        Standing = Standing.Unpaired;
    }

    /// <summary>The code was sent and the confirmation code given; not yet confirmed.</summary>
    public async Task UnderWayAsync()
    {
        if (Standing != Standing.UnderWay)
        {
            await UnpairedAsync();
            pairings.Clear();
            await BeginAsync(0);
            Standing = Standing.UnderWay;
        }

        Pairing = pairings[0];
    }

    /// <summary>The test has just succeeded, and nothing was touched since.</summary>
    public async Task JustPairedAsync()
    {
        if (Standing != Standing.JustPaired)
        {
            await UnderWayAsync();
            await FinishAsync(pairings[0]);
            Standing = Standing.JustPaired;
        }

        Pairing = pairings[0];
    }

    /// <summary>Paired.</summary>
    public async Task PairedAsync()
    {
        if (Standing != Standing.Paired)
        {
            await JustPairedAsync();
        }

        Standing = Standing.Paired;
        Pairing = pairings[0];
    }

    /// <summary>Paired, and where sales are made.</summary>
    public async Task SellingAsync()
    {
        Demands.Ground(description.Has(PosPart.Pay) && description.Has(PosPart.Amount), "the description says nothing of sales (amount, pay)");
        await PairedAsync();
        await OpenSaleAsync();
    }

    /// <summary>A second pairing, with a terminal of another tenant; the pairing section is open.</summary>
    public async Task PairedTwiceAsync()
    {
        if (pairings.Count != 2 || Standing != Standing.Paired)
        {
            await PairedAsync();
            Standing = Standing.Unknown;
            await OpenSaleAsync();
            await OpenPairingAsync();
            await BeginAsync(1);
            await FinishAsync(pairings[1]);
            Standing = Standing.Paired;
        }

        Pairing = pairings[1];
    }

    /// <summary>Does what the scenario is about: from here on it counts what the POS asks. Where the POS stands afterwards is known if all goes well.</summary>
    public async Task ActAsync(Func<Task> act, Standing after)
    {
        Standing = Standing.Unknown;
        acted = site.Heard.Count;
        await act();
        Standing = after;
    }

    /// <summary>Opens the pairing section.</summary>
    public async Task OpenPairingAsync() => await PressAsync(PosPart.PairingSection);

    /// <summary>Goes to where sales are made; a POS without a way there has both on one screen.</summary>
    public async Task OpenSaleAsync()
    {
        if (description.Has(PosPart.SaleScreen))
        {
            await PressAsync(PosPart.SaleScreen);
        }
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

    /// <summary>Types an amount and starts its payment.</summary>
    public async Task PayAsync(MadePairing pairing, string amount)
    {
        journal.Note($"enter the amount {amount}");
        await WorkAsync(() => pos.EnterAsync(PosPart.Amount, amount));
        await PressAsync(PosPart.Pay, pairing);
    }

    /// <summary>Makes the POS ask over a pairing: by its test button, or by opening the pairing section.</summary>
    public async Task AskAsync(MadePairing pairing)
    {
        if (description.Has(PosPart.TestPairing))
        {
            await PressAsync(PosPart.TestPairing, pairing);
        }
        else
        {
            await OpenSaleAsync();
            await OpenPairingAsync();
        }
    }

    /// <summary>Looks at the screen, and counts it among those that were searched for secrets.</summary>
    public async Task<PosSeen> LookAsync()
    {
        try
        {
            var seen = await pos.LookAsync(journal.Secrets);
            if (seen.Texts.Count > 0)
            {
                journal.Count(seen.Texts.Any(t => journal.Secrets.Any(s => t.Contains(s, StringComparison.OrdinalIgnoreCase))));
            }

            return seen;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Evidence of a failure must not replace the failure.
            return new([$"the screen could not be read: {e.Message.Split('\n')[0]}"], null);
        }
    }

    /// <summary>Presses something that the check needs but is not about.</summary>
    public async Task PressAsync(PosPart part, MadePairing? of = null)
    {
        journal.Note($"press {description.Parts.GetValueOrDefault(part)?.For(of?.Names).ToString() ?? part.ToString()}");
        await WorkAsync(() => pos.PressAsync(part, of?.Names));
    }

    /// <summary>The first request of that kind since the scenario's last act; null when none comes.</summary>
    public Task<PosRequest?> HeardAsync(string method, string path, MadePairing? of = null) => HeardAsync(acted, method, path, of);

    private async Task<PosRequest?> HeardAsync(int since, string method, string path, MadePairing? of)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(description.PatienceSeconds), TimeProvider.System);
        var heard = site.Heard.FirstAsync(since, h => h.Method == method && h.Path == path && (of is null || h.KeyId == of.KeyId), end.Token);
        if (await pos.IsDoneAsync())
        {
            await end.CancelAsync();
        }

        return await heard;
    }

    private async Task FreshAsync()
    {
        Standing = Standing.Unknown;
        pairings.Clear();
        journal.Note("begin with a POS that has no pairing");
        foreach (var (terminal, _) in site.All)
        {
            await terminal.UnpairAllAsync();
        }

        await pos.StartFreshAsync();
    }

    private async Task BeginAsync(int number)
    {
        if (neverPairs is not null)
        {
            throw new NotReachedException(neverPairs);
        }

        var (terminal, tenant) = site.All[number];
        await terminal.AbandonAsync();
        journal.Note($"initiate pairing on eftpos-{number + 1}");
        var code = await terminal.StartPairingAsync();
        var before = site.Heard.Count;
        try
        {
            await SendCodeAsync(code, Nicknames[number]);
            var heard = await HeardAsync(before, "POST", "/v1/progress-pairing", null);
            if (heard is not { Status: 200 })
            {
                throw new NotReachedException(heard is null ? "the POS did not call POST /v1/progress-pairing" : $"POST /v1/progress-pairing was answered {heard.Status}");
            }

            pairings.Add(MadePairing.Of(terminal, tenant, Nicknames[number], heard));
            journal.Hide(pairings[^1].Secret);
        }
        catch (NotReachedException e)
        {
            // Every later rule would wait for the same in vain.
            neverPairs = $"no pairing came about: {e.Message}";
            Standing = Standing.Unknown;
            throw new NotReachedException(neverPairs, e);
        }
    }

    private async Task FinishAsync(MadePairing pairing)
    {
        await ConfirmAsync(pairing);
        var before = site.Heard.Count;
        await PressAsync(PosPart.Test);
        var tested = await HeardAsync(before, "GET", "/v1/pairing-info", pairing) is { Status: 200 };
        if (!tested && !await pos.ShowsAsync(description.Texts.Success))
        {
            Standing = Standing.Unknown;
            throw new NotReachedException("the test of the new pairing neither called pairing-info nor brought the success message");
        }

        // The answer is under way to the screen; whether that is right is the business of a rule of its own.
        await pos.LacksAsync(PosPart.Test);
    }

    /// <summary>Confirms on the terminal.</summary>
    public async Task ConfirmAsync(MadePairing pairing)
    {
        journal.Note("confirm on the terminal");
        await pairing.Terminal.ConfirmAsync();
    }

    private static async Task WorkAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (PosRefusedException e)
        {
            throw new NotReachedException(e.Message, e);
        }
    }
}
