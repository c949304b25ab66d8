using System.Collections.Immutable;
using System.Globalization;
using static PairingLab.Sci.Devices.Pos.PosRequestKind;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>What a POS does at a button. What it asks of SCI is <see cref="PosState.Waiting"/>.</summary>
public static class PosDecisions
{
    private const long LargestSale = 10_000_000;

    /// <summary>The state after a button; the same when the button is not on the screen.</summary>
    public static PosState Press(PosState state, string button) =>
        state.Waiting is not null ? state
        : state.Purchase is not null ? OnPurchase(state, button)
        : state.Page == PosPage.Sale ? OnSale(state, button)
        : state.New is { } made ? OnNew(state, made, button)
        : OnSection(state, button);

    /// <summary>The state with a field's text replaced.</summary>
    public static PosState Type(PosState state, string field, string text) => state with { Typed = state.Typed.SetItem(field, text) };

    /// <summary>The cents in a text such as "10.00"; null when it is no amount of money.</summary>
    public static long? Cents(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount is > 0 and <= LargestSale && amount * 100 % 1 == 0
            ? (long)(amount * 100)
            : null;

    private static PosState OnPurchase(PosState state, string button) =>
        button == "OK" && state.Purchase!.Result is not null ? state with { Purchase = null, Notice = [] }
        : state.Purchase!.Actions.FirstOrDefault(a => a.Text == button) is { } action ? Ask(state, new(Act, state.Purchase.Pairing, Action: action))
        : state;

    /// <summary>Certification: pairing-info is called before a transaction, and when the pairing section is opened.</summary>
    private static PosState OnSale(PosState state, string button) =>
        button == "Pairing" ? Check(Quiet(state) with { Page = PosPage.Pairing, ToCheck = [.. state.Pairings] })
        : Cents(state.In(PosFields.Amount)) is { } cents && Labelled(state, button, "Pay ") is { } pairing ? Ask(state, new(CheckBeforeSale, pairing, cents))
        : state;

    private static PosState OnNew(PosState state, StoredPairing made, string button) => button switch
    {
        "Test" => Ask(state, new(TestNew, made)),
        "Cancel" => Ask(state, new(CancelNew, made)),
        _ => state,
    };

    private static PosState OnSection(PosState state, string button) =>
        button == "Back" ? Quiet(state) with { Page = PosPage.Sale, Typed = state.Typed.Clear() }
        : button == "Pair" && state.In(PosFields.Code).Length > 0 ? Ask(state, new(Pair))
        : Labelled(state, button, "Test ") is { } tested ? Ask(state, new(Test, tested))
        : Labelled(state, button, "Unpair ") is { } unpaired ? Ask(state, new(Unpair, unpaired))
        : state;

    /// <summary>The state in which the next pairing is checked; the same when none remains.</summary>
    public static PosState Check(PosState state) => state.ToCheck.IsEmpty
        ? state
        : state with { Waiting = new(PosRequestKind.Check, state.ToCheck.Peek()), ToCheck = state.ToCheck.Dequeue() };

    private static PosState Ask(PosState state, PosRequest request) => Quiet(state) with { Waiting = request };

    private static PosState Quiet(PosState state) => state with { Notice = [] };

    private static StoredPairing? Labelled(PosState state, string button, string verb) =>
        PosLabels.Of(state.Pairings).Where(l => button == verb + l.Label).Select(l => l.Pairing).FirstOrDefault();
}
