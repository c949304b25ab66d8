namespace PairingLab.Sci.Core;

/// <summary>Transactions over a pairing, one at a time on each terminal.</summary>
internal static class Transactions
{
    private const int Whole = 10_000;

    public static IEnumerable<ISciEvent> Decide(SciState state, StartTransaction c, DateTimeOffset now, SciSettings settings)
    {
        if (state.Pairings.GetValueOrDefault(c.PairingId) is not { Status: PairingStatus.Active } pairing)
        {
            return [new Refused(Refusal.NoActivePairingsFound)];
        }

        var terminal = state.Terminals[pairing.Terminal];
        var (plays, reason) = Outcomes.Of(terminal.Options.Plays, c.Order);
        return !c.Connected || plays == Plays.Gone ? [new Refused(Refusal.DeviceNotConnected)]
            : plays == Plays.Busy || Terminals.IsOccupied(state, terminal) ? [new Refused(Refusal.TransactionRefused)]
            : [new TransactionStarted(terminal.Id, new(
                c.TransactionId, pairing.Id, terminal.Id, c.Order, c.Order.Amounts, 1, TransactionStage.New, Texts.WaitingForTerminal, now,
                now + settings.TransactionPatience)
            {
                Tid = terminal.Tid,
                Plays = plays,
                DeclineReason = reason,
            })];
    }

    public static SciState Apply(SciState state, TransactionStarted e) =>
        Add(state, e.Transaction).WithTerminal(e.Terminal, t => t with { Transaction = e.Transaction.Id });

    /// <summary>A tip is asked for before the card is; the surcharge is the terminal's last word on the amount.</summary>
    public static IEnumerable<ISciEvent> Decide(SciState state, AcceptTransaction c)
    {
        if (UnderWay(state, c.Terminal, c.TransactionId) is not { Stage: TransactionStage.New } t)
        {
            return [new Refused(Refusal.NothingToDo)];
        }

        if (t.Plays == Plays.Form)
        {
            return [Moved(t, TransactionStage.TestForm, Texts.FillIn)];
        }

        var asksTip = t.Order is { Type: TransactionType.Purchase, TipGiven: false };
        return (asksTip ? state.Terminals[t.Terminal].Options.Tipping : Tipping.Off) switch
        {
            Tipping.OnTerminal => [Moved(t, TransactionStage.TipOnTerminal, Texts.WaitingForTip)],
            Tipping.OnPos => [Moved(t, TransactionStage.TipOnPos, Texts.EnterTip)],
            _ => [ToCard(state, t)],
        };
    }

    /// <summary>On to the card, with the terminal's surcharge in the amount.</summary>
    public static TransactionMoved ToCard(SciState state, Transaction t, long? tip = null)
    {
        var amounts = t.Amounts with { Tip = tip ?? t.Amounts.Tip };
        var hasNone = t.Order is { SurchargeGiven: true } or { Type: TransactionType.Refund };
        var rate = hasNone ? 0 : state.Terminals[t.Terminal].Options.Surcharge;
        return Moved(t, TransactionStage.Card, t.Order.IsSettlement ? Texts.Settling : Texts.WaitingForCard) with
        {
            Amounts = rate == 0 ? amounts : amounts with { Surcharge = ((amounts.Total * rate) + (Whole / 2)) / Whole },
        };
    }

    public static TransactionMoved Moved(Transaction t, TransactionStage stage, string message) =>
        new(t.Terminal, t.Id, stage, message, t.Amounts);

    public static SciState Apply(SciState state, TransactionMoved e) => state
        .WithTransaction(e.TransactionId, t => t with { Stage = e.Stage, Message = e.Message, Amounts = e.Amounts })
        .WithTerminal(e.Terminal, t => t);

    public static IEnumerable<ISciEvent> Decide(SciState state, CancelTransaction c) =>
        state.Transactions.GetValueOrDefault(c.TransactionId) is not { } t || t.Pairing != c.PairingId
            ? [new Refused(Refusal.TransactionNotFound)]
        : t.Result is not null || t.CancelAsked ? []
        : [new CancelRequested(t.Terminal, t.Id)];

    public static SciState Apply(SciState state, CancelRequested e) => state
        .WithTransaction(e.TransactionId, t => t with { CancelAsked = true, Message = Texts.Cancelling })
        .WithTerminal(e.Terminal, t => t);

    /// <summary>While the terminal waits for the POS, it can only cancel.</summary>
    public static IEnumerable<ISciEvent> Decide(SciState state, FinishTransaction c, DateTimeOffset now, SciSettings settings) =>
        UnderWay(state, c.Terminal, c.TransactionId) is { } t && (!t.AwaitsPos || c.Result == TransactionResult.Cancelled)
            ? [Finished(t, c.Result, now, settings) with { CustomerCopyPrinted = c.CustomerCopyPrinted }]
            : [new Refused(Refusal.NothingToDo)];

    public static TransactionFinished Finished(Transaction t, TransactionResult result, DateTimeOffset now, SciSettings settings) =>
        new(t.Terminal, t.Id, result, now, now + settings.TransactionKept, CustomerCopyPrinted: false);

    /// <summary>An enquiry and a settlement have the takings as their amounts.</summary>
    public static SciState Apply(SciState state, TransactionFinished e)
    {
        var takings = state.Terminals.GetValueOrDefault(e.Terminal)?.Takings ?? new();
        var ended = state.Transactions[e.TransactionId];
        var order = ended.Order;
        var amounts = !order.IsSettlement ? ended.Amounts
            : order.EnquiryDate is { } day ? takings.Days.GetValueOrDefault(Takings.KeyOf(day), Amounts.None)
            : takings.Open;
        return state
            .WithTransaction(e.TransactionId, t => t with
            {
                Message = Texts.Ended(t, e.Result),
                Amounts = amounts,
                Result = e.Result,
                Stage = TransactionStage.Ended,
                At = e.At,
                Until = e.ForgetAt,
                CustomerCopyPrinted = e.CustomerCopyPrinted,
            })
            .WithTerminal(e.Terminal, t => t with
            {
                Transaction = null,
                Takings = e.Result != TransactionResult.Approved ? takings
                    : order.Type == TransactionType.Settlement ? takings with { Open = Amounts.None }
                    : order.IsSettlement ? takings
                    : takings.With(amounts, e.At),
            });
    }

    public static SciState Apply(SciState state, TransactionForgotten e) => state with
    {
        Transactions = state.Transactions.Remove(e.TransactionId),
        Dues = state.Dues.Remove(new(state.Transactions[e.TransactionId].Until, e.TransactionId)),
    };

    /// <summary>The state with one more transaction, a new one or one from the store.</summary>
    public static SciState Add(SciState state, Transaction transaction) => state with
    {
        Transactions = state.Transactions.SetItem(transaction.Id, transaction),
        Dues = state.Dues.Add(new(transaction.Until, transaction.Id)),
    };

    public static Transaction? UnderWay(SciState state, string terminal, string id) =>
        state.Transactions.GetValueOrDefault(id) is { Result: null } t && t.Terminal == terminal ? t : null;
}
