using PairingLab.Drivers.Certification;
using PairingLab.Features.Support.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>Brings POS and terminals to where a rule's check begins, by the shortest way from where they stand.</summary>
internal sealed partial class Fixture(
    ICertifiedPos pos, PosDescription description, PosCapabilities capabilities, CertificationSite site, Journal journal)
{
    private const int Tries = 2;

    private static readonly string[] Nicknames = ["Front Bar", "Back Bar"];

    private readonly List<MadePairing> pairings = [];
    private readonly HashSet<string> usual = new(StringComparer.Ordinal);
    private bool isChanged;
    private string? neverPairs;
    private int failures;

    /// <summary>What is done on the POS.</summary>
    public PosActs Acts { get; } = new(pos, description, site, journal);

    /// <summary>The POS.</summary>
    public ICertifiedPos Pos => pos;

    /// <summary>What it is.</summary>
    public PosDescription Description => description;

    /// <summary>What its maker declares.</summary>
    public PosCapabilities Capabilities => capabilities;

    /// <summary>The lab's side.</summary>
    public CertificationSite Site => site;

    /// <summary>What is taken down.</summary>
    public Journal Journal => journal;

    /// <summary>Where the POS stands; a check that moves it says so.</summary>
    public PosPosition Position { get; set; }

    /// <summary>The pairings that the POS has made since it was fresh.</summary>
    public IReadOnlyList<MadePairing> Pairings => pairings;

    /// <summary>The pairing that the scenario is about.</summary>
    public MadePairing Pairing { get => field ?? throw new InvalidOperationException("no pairing was made in this scenario"); private set; }

    /// <summary>The texts about a pairing that was removed elsewhere: on opening the pairing section, and before a transaction.</summary>
    public (string OnOpening, string BeforeTransaction) Removed
    {
        get
        {
            var onOpening = Pairing.Names.In(description.Texts.Removed)!;
            return (onOpening, Pairing.Names.In(description.Texts.RemovedBeforeTransaction) ?? onOpening);
        }
    }

    /// <summary>No pairing, the pairing section open, no message of an earlier act.</summary>
    public async Task UnpairedAsync()
    {
        if (Position == PosPosition.Unpaired && (await pos.ShownNowAsync(Acts.Texts(null))).Count == 0)
        {
            return;
        }

        await FreshAsync();
        await OpenPairingAsync();
        Position = PosPosition.Unpaired;
    }

    /// <summary>The code was sent and the confirmation code given; not yet confirmed.</summary>
    public async Task UnderWayAsync()
    {
        if (Position != PosPosition.UnderWay)
        {
            await UnpairedAsync();
            pairings.Clear();
            await BeginAsync(0);
            Position = PosPosition.UnderWay;
        }

        Pairing = pairings[0];
    }

    /// <summary>The test has just succeeded, and nothing was touched since.</summary>
    public async Task JustPairedAsync()
    {
        if (Position != PosPosition.JustPaired)
        {
            await UnderWayAsync();
            await FinishAsync(pairings[0]);
            Position = PosPosition.JustPaired;
        }

        Pairing = pairings[0];
    }

    /// <summary>Paired.</summary>
    public async Task PairedAsync()
    {
        if (Position != PosPosition.Paired)
        {
            await JustPairedAsync();
        }

        Position = PosPosition.Paired;
        Pairing = pairings[0];
    }

    /// <summary>Paired, and where sales are made.</summary>
    public async Task SellingAsync()
    {
        Demands.Ground(
            description.Has(PosPart.Pay) && description.Has(PosPart.Amount), "the description says nothing of sales (amount, pay)");
        if (Position == PosPosition.Ended)
        {
            await CloseAsync();
        }

        if (Position == PosPosition.Selling)
        {
            Pairing = pairings[0];
            await AsUsualAsync();
            Position = PosPosition.Selling;
            return;
        }

        await PairedAsync();

        // What always stands in the pairing section says nothing when it stands there after a pairing was removed.
        usual.UnionWith(await pos.ShownNowAsync(Acts.Texts(Pairing)));
        await OpenSaleAsync();
        await AsUsualAsync();
        Position = PosPosition.Selling;
    }

    /// <summary>Sets how the terminal takes payments, for this scenario.</summary>
    public async Task ChooseAsync(string page, string choice)
    {
        journal.Note($"set the terminal: {page}, {choice}");
        isChanged = true;
        await Pairing.Terminal.ChooseAsync(page, choice);
    }

    /// <summary>A second pairing, with a terminal of another tenant; the pairing section is open.</summary>
    public async Task PairedTwiceAsync()
    {
        if (pairings.Count != 2 || Position != PosPosition.Paired)
        {
            await PairedAsync();
            Position = PosPosition.Unknown;
            await OpenSaleAsync();
            await OpenPairingAsync();
            await BeginAsync(1);
            await FinishAsync(pairings[1]);
            Position = PosPosition.Paired;
        }

        Pairing = pairings[1];
    }

    /// <summary>
    /// Does what the scenario is about: from here on it counts what the POS asks and shows. Where the POS stands afterwards is known if
    /// all goes well.
    /// </summary>
    public async Task ActAsync(Func<Task> act, PosPosition after)
    {
        Position = PosPosition.Unknown;
        IsNetworkMended = false;
        await Acts.BeginAsync(pairings.LastOrDefault());
        await act();
        Position = after;
    }

    /// <summary>Whether a text came with the scenario's last act, and does not stand there as a rule.</summary>
    public async Task<bool> AppearsAsync(string text) => !usual.Contains(text) && await pos.AppearsAsync(text);

    /// <summary>Takes a result away from the screen.</summary>
    private async Task CloseAsync()
    {
        Position = PosPosition.Unknown;
        var done = PairingNames.Of("OK");
        if (await pos.HasAsync(PosPart.FormButton, done))
        {
            await Acts.PressAsync(done.Label);
            Position = PosPosition.Selling;
        }
    }

    /// <summary>Brings the terminal back to where nothing is under way, and to a person who works it.</summary>
    private async Task AsUsualAsync()
    {
        var terminal = pairings[0].Terminal;
        await terminal.AbandonAsync();
        if (isChanged)
        {
            await terminal.ChooseAsync("Outcomes", "Play person");
            await terminal.ChooseAsync("Tipping", "Off");
            isChanged = false;
        }

        if (SignsOnTerminal)
        {
            SignsOnTerminal = false;
            await SetAsync(PosPart.SignatureOnPos);
        }
    }

    /// <summary>Opens the pairing section.</summary>
    public Task OpenPairingAsync() => Acts.PressAsync(PosPart.PairingSection);

    /// <summary>Goes to where sales are made; a POS without a way there has both on one screen.</summary>
    public async Task OpenSaleAsync()
    {
        if (description.Has(PosPart.SaleScreen))
        {
            await Acts.PressAsync(PosPart.SaleScreen);

            // A rule that ends here must not let the next one believe that the pairing section is open, whatever order the rules run in.
            Position = PosPosition.Unknown;
        }
    }

    /// <summary>Makes the POS ask over a pairing: by its test button, or by opening the pairing section.</summary>
    public async Task AskAsync(MadePairing pairing)
    {
        if (description.Has(PosPart.TestPairing))
        {
            await Acts.PressAsync(PosPart.TestPairing, pairing);
        }
        else
        {
            await OpenSaleAsync();
            await OpenPairingAsync();
        }
    }

    /// <summary>Looks at the screen, and counts it among those that were searched for secrets.</summary>
    public async Task<PosSeen> LookAsync(bool picture = false)
    {
        try
        {
            var seen = await pos.LookAsync(journal.Secrets, picture);
            if (seen.Texts.Count > 0)
            {
                journal.Count(seen);
            }

            return seen;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Evidence of a failure must not replace the failure.
            return new([$"the screen could not be read: {e.Message.Split('\n')[0]}"], null, []);
        }
    }

    /// <summary>Confirms on the terminal.</summary>
    public async Task ConfirmAsync(MadePairing pairing)
    {
        journal.Note("confirm on the terminal");
        await pairing.Terminal.ConfirmAsync();
    }

    private async Task FreshAsync()
    {
        Position = PosPosition.Unknown;
        pairings.Clear();
        usual.Clear();
        WasRestarted = false;
        journal.Note("begin with a POS that has no pairing");
        foreach (var (terminal, _) in site.All)
        {
            await terminal.UnpairAllAsync();
        }

        await pos.StartFreshAsync();
    }
}
