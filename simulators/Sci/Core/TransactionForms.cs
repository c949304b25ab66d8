using System.Globalization;

namespace PairingLab.Sci.Core;

/// <summary>Where a transaction waits for somebody's word: a tip, a signature, a form.</summary>
internal static class TransactionForms
{
    private const long LargestTip = 1_000_000;

    public static IEnumerable<ISciEvent> Decide(SciState state, TakeTip c) =>
        Transactions.UnderWay(state, c.Terminal, c.TransactionId) is { Stage: TransactionStage.TipOnTerminal } t
            && c.Tip is >= 0 and <= LargestTip
            ? [Transactions.ToCard(state, t, c.Tip)]
            : [new Refused(Refusal.NothingToDo)];

    /// <summary>Who judges the signature is the POS's choice: verify_signature_on_terminal.</summary>
    public static IEnumerable<ISciEvent> Decide(SciState state, TakeSignature c) =>
        AtCard(state, c.Terminal, c.TransactionId) is not { Order.IsSettlement: false } t ? [new Refused(Refusal.NothingToDo)]
        : t.Order.Flags.VerifySignatureOnTerminal
            ? [Transactions.Moved(t, TransactionStage.SignatureOnTerminal, Texts.SignatureOnTerminal)]
        : [Transactions.Moved(t, TransactionStage.SignatureOnPos, Texts.CheckSignature)];

    public static IEnumerable<ISciEvent> Decide(SciState state, SubmitForm c, DateTimeOffset now, SciSettings settings) =>
        state.Transactions.GetValueOrDefault(c.TransactionId) is not { } t || t.Pairing != c.PairingId
            ? [new Refused(Refusal.TransactionNotFound)]
        : t.Result is not null ? []
        : (t.Stage, c.Button) switch
        {
            (TransactionStage.SignatureOnPos, FormButtons.AcceptSignature) =>
                [Transactions.Finished(t, TransactionResult.Approved, now, settings)],
            (TransactionStage.SignatureOnPos, FormButtons.RejectSignature) =>
                [Transactions.Finished(t, TransactionResult.Declined, now, settings)],
            (TransactionStage.TipOnPos, FormButtons.NoTip) => [Transactions.ToCard(state, t, 0)],
            (TransactionStage.TipOnPos, FormButtons.AddTip) => [WithTip(state, t, c.Inputs.GetValueOrDefault(FormButtons.Tip, ""))],
            (TransactionStage.TestForm, FormButtons.Submit) => [Filled(state, t, c.Inputs)],
            _ => [new Refused(Refusal.NothingToDo)],
        };

    /// <summary>An invalid amount is told, and asked for again.</summary>
    private static TransactionMoved WithTip(SciState state, Transaction t, string typed) =>
        decimal.TryParse(typed.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var tip)
            && tip * 100 is >= 0 and <= LargestTip && tip * 100 % 1 == 0
            ? Transactions.ToCard(state, t, (long)(tip * 100))
            : Transactions.Moved(t, TransactionStage.TipOnPos, Texts.NoTipAmount(typed));

    /// <summary>The next message says what has come, so that who tests a POS sees it.</summary>
    private static TransactionMoved Filled(SciState state, Transaction t, IReadOnlyDictionary<string, string> inputs) =>
        Transactions.ToCard(state, t) with
        {
            Message = Texts.Received(inputs),
        };

    private static Transaction? AtCard(SciState state, string terminal, string id) =>
        Transactions.UnderWay(state, terminal, id) is { Stage: TransactionStage.Card } t ? t : null;
}
