using PairingLab.Sci.Core;

namespace PairingLab.Sci.Tests.Exploration;

/// <summary>
/// What must be true beside SCI, from docs/protocols/sci.md and nothing of SCI's code: how far each pairing is, what each terminal does,
/// and how each purchase ended.
/// </summary>
internal sealed class ReferenceModel(SciSettings settings)
{
    private readonly List<Pair> pairs = [];
    private readonly List<Purchase> purchases = [];
    private readonly HashSet<string> settling = new(StringComparer.Ordinal);

    /// <summary>What was met, and how often.</summary>
    public Dictionary<string, int> Seen { get; } = new(StringComparer.Ordinal);

    public void Count(string what) => Seen[what] = Seen.GetValueOrDefault(what) + 1;

    /// <summary>The pairing that a terminal began last; one that nobody has when it began none.</summary>
    public string LastOf(string terminal) => pairs.FindLast(p => p.Terminal == terminal)?.Id ?? "none";

    /// <summary>The code that a terminal showed last; one that nobody shows when it showed none.</summary>
    public string CodeOf(string terminal) => pairs.FindLast(p => p.Terminal == terminal)?.Code ?? "NOSUCH";

    /// <summary>The newest pairing of a POS with a terminal.</summary>
    public string Of(string pos, string terminal) => pairs.FindLast(p => p.Pos == pos && p.Terminal == terminal)?.Id ?? "none";

    /// <summary>The purchase on a terminal.</summary>
    public string PurchaseOf(string terminal) => OnScreen(terminal)?.Id ?? "none";

    /// <summary>The newest purchase that came over a pairing.</summary>
    public string PurchaseOver(string pairing) => purchases.FindLast(p => p.Pairing == pairing)?.Id ?? "none";

    /// <summary>One of the purchases that are still known.</summary>
    public string AnyPurchase(int choice) => purchases.Count == 0 ? "none" : purchases[choice % purchases.Count].Id;

    /// <summary>A terminal that is busy can't show a code; why it must be refused.</summary>
    public Refusal? MayShowCode(string terminal) =>
        settling.Contains(terminal) || OnScreen(terminal) is not null ? Refusal.TerminalBusy : null;

    /// <summary>A new code takes the place of the one before.</summary>
    public void ShowCode(string terminal, string id, string code, DateTimeOffset now)
    {
        if (UnderWay(terminal) is { } before)
        {
            End(before, PairingStatus.Revoked, now);
        }

        pairs.Add(new(id, terminal, code) { Until = now + settings.CodeLifetime });
    }

    /// <summary>A code is good once, and not for long; why it must be refused.</summary>
    public Refusal? EnterCode(string pos, string code, DateTimeOffset now)
    {
        switch (pairs.FindLast(p => p.Code == code))
        {
            case null:
                return Refusal.PairingNotFound;
            case { Status: PairingStatus.Initial } pair:
                (pair.Pos, pair.Status, pair.Until) = (pos, PairingStatus.Progressed, now + settings.ConfirmationWindow);
                return null;
            default:
                return Refusal.PairingNotInitial;
        }
    }

    /// <summary>The merchant confirms what a POS has asked for, and nothing else.</summary>
    public Refusal? Confirm(string id)
    {
        if (Find(id) is not { Status: PairingStatus.Progressed } pair)
        {
            return Refusal.NothingToDo;
        }

        (pair.Status, pair.Until) = (PairingStatus.Active, null);
        Count("Active");
        return null;
    }

    /// <summary>Or declines it.</summary>
    public Refusal? Decline(string id, DateTimeOffset now) =>
        Find(id) is { Status: PairingStatus.Progressed } pair ? End(pair, PairingStatus.Declined, now) : Refusal.NothingToDo;

    /// <summary>Or takes the code from the screen.</summary>
    public Refusal? CancelPairing(string id, DateTimeOffset now) =>
        Find(id) is { IsUnderWay: true } pair ? End(pair, PairingStatus.Revoked, now) : Refusal.NothingToDo;

    public Refusal? UnpairOnTerminal(string id, DateTimeOffset now) =>
        Find(id) is { Status: PairingStatus.Active } pair ? Unpair(pair, now) : Refusal.NothingToDo;

    /// <summary>Cancel in a POS unpairs too, while the merchant has not confirmed.</summary>
    public Refusal? UnpairOnPos(string id, DateTimeOffset now) => Find(id) switch
    {
        { Status: PairingStatus.Active } pair => Unpair(pair, now),
        { Status: PairingStatus.Progressed } pair => End(pair, PairingStatus.Revoked, now),
        _ => Refusal.NoActivePairingsFound,
    };

    /// <summary>A terminal does one thing at a time; why a purchase must be refused.</summary>
    public Refusal? Sell(string pairing, string id, bool connected, DateTimeOffset now)
    {
        if (Find(pairing) is not { Status: PairingStatus.Active } pair)
        {
            return Refusal.NoActivePairingsFound;
        }

        if (!connected)
        {
            return Refusal.DeviceNotConnected;
        }

        if (IsOccupied(pair.Terminal))
        {
            return Refusal.TransactionRefused;
        }

        purchases.Add(new(id, pairing, pair.Terminal) { Until = now + settings.TransactionPatience });
        return null;
    }

    /// <summary>To ask for the end ends nothing: the terminal does.</summary>
    public Refusal? CancelPurchase(string pairing, string id) =>
        purchases.Exists(p => p.Id == id && p.Pairing == pairing) ? null : Refusal.TransactionNotFound;

    /// <summary>A purchase ends once, and on its own terminal.</summary>
    public Refusal? Finish(string terminal, string id, TransactionResult result, DateTimeOffset now)
    {
        if (OnScreen(terminal) is not { } purchase || purchase.Id != id)
        {
            return Refusal.NothingToDo;
        }

        End(purchase, result, now);
        return null;
    }

    public Refusal? BeginSettlement(string terminal)
    {
        if (IsOccupied(terminal))
        {
            return Refusal.TerminalBusy;
        }

        settling.Add(terminal);
        return null;
    }

    public void EndSettlement(string terminal) => settling.Remove(terminal);

    /// <summary>What a terminal does of its own is nothing that SCI keeps.</summary>
    public void Restart() => settling.Clear();

    /// <summary>What nobody ended, time has ended.</summary>
    public void PassTime(DateTimeOffset now)
    {
        foreach (var pair in pairs.Where(p => p.IsUnderWay && p.Until <= now).ToList())
        {
            End(pair, PairingStatus.Expired, pair.Until!.Value);
        }

        foreach (var purchase in purchases.Where(p => p.Result is null && p.Until <= now).ToList())
        {
            End(purchase, TransactionResult.Unknown, purchase.Until);
        }

        Enumerable.Repeat("pairing forgotten", pairs.RemoveAll(p => p.Until <= now)).ToList().ForEach(Count);
        Enumerable.Repeat("purchase forgotten", purchases.RemoveAll(p => p.Until <= now)).ToList().ForEach(Count);
    }

    /// <summary>SCI must agree.</summary>
    public void ShouldBe(SciState state)
    {
        state.Pairings.Values.Select(p => $"{p.Id} {p.Status}").Order(StringComparer.Ordinal)
            .ShouldBe(pairs.Select(p => $"{p.Id} {p.Status}").Order(StringComparer.Ordinal), "how far each pairing is");
        state.Keys.Values.Order(StringComparer.Ordinal)
            .ShouldBe(pairs.Select(p => p.Id).Order(StringComparer.Ordinal), "whose signatures are known");
        state.Transactions.Values.Select(t => $"{t.Id} {t.Result}").Order(StringComparer.Ordinal)
            .ShouldBe(purchases.Select(p => $"{p.Id} {p.Result}").Order(StringComparer.Ordinal), "how each purchase ended");
        foreach (var terminal in state.Terminals.Values)
        {
            terminal.Active.Order(StringComparer.Ordinal).ShouldBe(
                pairs.Where(p => p.Terminal == terminal.Id && p.Status == PairingStatus.Active).Select(p => p.Id)
                    .Order(StringComparer.Ordinal),
                $"with whom {terminal.Id} is paired");
            terminal.Transaction.ShouldBe(OnScreen(terminal.Id)?.Id, $"the purchase on {terminal.Id}");
            terminal.Busy.ShouldBe(settling.Contains(terminal.Id), $"whether {terminal.Id} settles");
        }
    }

    private Pair? Find(string id) => pairs.Find(p => p.Id == id);

    private Pair? UnderWay(string terminal) => pairs.SingleOrDefault(p => p.Terminal == terminal && p.IsUnderWay);

    private Purchase? OnScreen(string terminal) => purchases.SingleOrDefault(p => p.Terminal == terminal && p.Result is null);

    private bool IsOccupied(string terminal) =>
        settling.Contains(terminal) || OnScreen(terminal) is not null || UnderWay(terminal) is not null;

    private Refusal? Unpair(Pair pair, DateTimeOffset now)
    {
        if (OnScreen(pair.Terminal) is { } purchase && purchase.Pairing == pair.Id)
        {
            End(purchase, TransactionResult.Cancelled, now);
            Count("purchase ended by unpairing");
        }

        return End(pair, PairingStatus.Unpaired, now);
    }

    /// <summary>A code that no POS has sent is forgotten after a while; any other stays, so that its POS gets the right answer.</summary>
    private Refusal? End(Pair pair, PairingStatus status, DateTimeOffset at)
    {
        (pair.Status, pair.Until) = (status, pair.Pos is null ? at + settings.CodeRemembered : null);
        Count($"{status}");
        return null;
    }

    private void End(Purchase purchase, TransactionResult result, DateTimeOffset at)
    {
        (purchase.Result, purchase.Until) = (result, at + settings.TransactionKept);
        Count($"{result}");
    }

    private sealed record Pair(string Id, string Terminal, string Code)
    {
        public string? Pos { get; set; }

        public PairingStatus Status { get; set; } = PairingStatus.Initial;

        public DateTimeOffset? Until { get; set; }

        public bool IsUnderWay => Status is PairingStatus.Initial or PairingStatus.Progressed;
    }

    private sealed record Purchase(string Id, string Pairing, string Terminal)
    {
        public TransactionResult? Result { get; set; }

        public DateTimeOffset Until { get; set; }
    }
}
