using PairingLab.Kernel.Panels;
using PairingLab.Sci.Api;
using PairingLab.Sci.Core;
using Text = PairingLab.Sci.Devices.Terminal.TerminalTexts;

namespace PairingLab.Sci.Devices.Terminal;

/// <summary>What a terminal's screen shows in each state.</summary>
public static class TerminalPanel
{
    /// <summary>The label of the only field.</summary>
    public const string Nickname = "Terminal Nickname";

    /// <summary>The tips that a customer can choose on the terminal, in percent of the purchase.</summary>
    public static readonly IReadOnlyDictionary<string, int> TipPercents = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["No tip"] = 0,
        ["Tip 5 %"] = 5,
        ["Tip 10 %"] = 10,
        ["Tip 15 %"] = 15,
    };

    private const string Title = "EFTPOS terminal";

    /// <summary>The panel of a state.</summary>
    public static Panel Of(string device, TerminalState state) =>
        state.Link == LinkStatus.Off ? Show(device, "Offline", [Text.IsOffline], "Go online")
        : state.Waiting is not null ? Show(device, Title, [new(Text.PleaseWait, TextRole.State)])
        : state.Message is { } message ? Show(device, Title, [message], "OK") with { Shape = PanelShape.Dialog }
        : state.View is not { } view ? Show(device, Title, [new(Text.Connecting, TextRole.State)], "Go offline")
        : view.Transaction is { } transaction ? OfTransaction(device, state, transaction)
        : view.Busy ? Show(device, "Settlement", [Text.Settling], "Finish")
        : state.Unseen is { } pairing ? OfPairing(device, pairing)
        : OfMenu(device, state, view);

    private static Panel OfTransaction(string device, TerminalState state, TerminalTransaction t)
    {
        var title = Texts.Title(t.Type);
        PanelText[] amount = t.Type is TransactionType.Settlement or TransactionType.Enquiry
            ? []
            : [new(Text.Money(t.Amount), TextRole.Amount), .. Parts(t.Amounts).Select(p => new PanelText(p))];
        return state.Choice is not null ? Show(device, title, [.. amount, Text.ReceiptWanted], "Print receipt", "No receipt")
            : t.Stage switch
            {
                TransactionStage.TipOnTerminal => Show(device, title, [.. amount, Text.TipWanted], [.. TipPercents.Keys, "Cancel"]),
                TransactionStage.SignatureOnTerminal => Show(
                    device, title, [
                        .. amount,
                        .. t.ToBeSigned is { } receipt ? [new(receipt, TextRole.Receipt)] : Array.Empty<PanelText>(),
                        Text.SignatureHere,
                    ],
                    "Accept signature", "Reject signature", "Cancel"),
                TransactionStage.TipOnPos => Show(device, title, [.. amount, Text.TipAtThePos], "Cancel"),
                TransactionStage.TestForm => Show(device, title, [.. amount, Text.FormAtThePos], "Cancel"),
                _ when t.AwaitsPos => Show(device, title, [.. amount, Text.AtThePos], "Cancel"),
                _ when amount.Length == 0 => Show(device, title, [Text.SettlementAsked], "Settle", "Decline", "Cancel"),
                _ => Show(
                    device, title, [.. amount, t.Type == TransactionType.Moto ? Text.EnterCard : "Present card"],
                    "Approve", "Signature", "Decline", "Cancel"),
            };
    }

    /// <summary>The parts of an amount, where there are several.</summary>
    private static IEnumerable<string> Parts(Amounts amounts) =>
        Receipts.Parts(amounts).Select(p => $"{p.Name}: {Text.Money(p.Cents)}").ToList() is { Count: > 1 } parts ? parts : [];

    private static Panel OfPairing(string device, TerminalPairing pairing) => pairing.Status switch
    {
        PairingStatus.Initial => Show(device, "Pairing code", [new(pairing.Code!, TextRole.Code), Text.EnterOnPos], "Cancel"),
        PairingStatus.Progressed => Show(
            device, "Confirm pairing", [new(pairing.ConfirmationCode!, TextRole.Code), Text.SameCode], "Confirm", "Decline"),
        PairingStatus.Active => Show(device, "Pairing successful", [Text.PairedWith(pairing)], "OK"),
        PairingStatus.Expired => Show(device, "Pairing", [Text.Expired], "OK"),
        PairingStatus.Declined => Show(device, "Pairing", [Text.Declined], "OK"),
        _ => Show(device, "Pairing", [Text.Cancelled], "OK"),
    };

    private static Panel OfMenu(string device, TerminalState state, TerminalView view) => state.Page switch
    {
        TerminalPage.Pairings => Show(
            device,
            "Pairings",
            [.. view.Paired.Select(p => p.Nickname is { } name ? $"{name} ({p.Id})" : p.Id).DefaultIfEmpty(Text.NotPaired)],
            [.. PairingLabels.Of(view.Paired).Select(l => $"Unpair {l.Label}"), "Back"]),
        TerminalPage.Settings => Show(device, "Settings", []) with
        {
            Buttons = [new("Save", !string.IsNullOrWhiteSpace(state.Typed)), new("Back")],
            Fields = [new(Nickname, state.Typed ?? "")],
        },
        TerminalPage.Payments => Show(
            device, "Payments", [.. OptionChoices.Lines(view.Options)], "Tipping", "Surcharge", "Outcomes", "Back"),
        TerminalPage.Tipping or TerminalPage.Surcharge or TerminalPage.Outcomes =>
            Show(device, state.Page.ToString(), [], [.. OptionChoices.Of(state.Page), "Back"]),
        _ => Show(
            device,
            Title,
            [
                view.Nickname, $"TID {view.Tid}", .. view.Paired.Select(Text.PairedWith).DefaultIfEmpty(Text.NotPaired),
                .. state.Printed.Select(r => new PanelText(Text.Printed(r))),
                .. state.Link >= LinkStatus.Up ? Array.Empty<PanelText>() : [new(Text.NoConnection, TextRole.Bad)],
            ],
            "Pair with POS", "Pairings", "Settlement", "Payments", "Settings", "Go offline"),
    };

    private static Panel Show(string device, string title, IReadOnlyList<PanelText> texts, params IEnumerable<string> buttons) =>
        Panel.Of(device, title, texts, [.. buttons.Select(b => new PanelButton(b))], []);
}

/// <summary>What pairings are called on a terminal.</summary>
internal static class PairingLabels
{
    /// <summary>Each pairing's nickname, or its id when it has none or another one has the same.</summary>
    public static IReadOnlyList<(string Id, string Label)> Of(IReadOnlyList<TerminalPairing> pairings) =>
        [.. pairings.Select(p =>
            (p.Id, p.Nickname is { } name && pairings.All(o => o == p || (o.Nickname != name && o.Id != name)) ? name : p.Id))];
}

/// <summary>Texts on a terminal. The SCI integration guide quotes none, so they are the lab's.</summary>
public static class TerminalTexts
{
    /// <summary>No pairing is active.</summary>
    public const string NotPaired = "Not paired";

    /// <summary>The pairing code is on the screen.</summary>
    public const string EnterOnPos = "Enter this pairing code on your POS.";

    /// <summary>The confirmation code is on the screen.</summary>
    public const string SameCode = "Does your POS show the same confirmation code?";

    /// <summary>Its link is down.</summary>
    public const string NoConnection = "No connection";

    /// <summary>An act was not answered.</summary>
    public const string NotReached = "The terminal has no connection. Check its network and try again.";

    /// <summary>The merchant has switched it offline.</summary>
    public const string IsOffline = "The terminal is offline.";

    /// <summary>Before the first word of the tenant.</summary>
    public const string Connecting = "Connecting...";

    /// <summary>An act is under way.</summary>
    public const string PleaseWait = "Please wait...";

    /// <summary>The customer has signed on paper.</summary>
    public const string AtThePos = "Check the signature, and answer on the POS";

    /// <summary>The POS asks for a tip.</summary>
    public const string TipAtThePos = "Enter the tip on the POS";

    /// <summary>The POS shows a form.</summary>
    public const string FormAtThePos = "Fill in the form on the POS";

    /// <summary>The terminal asks for a tip.</summary>
    public const string TipWanted = "Add a tip?";

    /// <summary>The terminal judges the signature.</summary>
    public const string SignatureHere = "Is the signature the same as on the card?";

    /// <summary>The terminal asks about a receipt.</summary>
    public const string ReceiptWanted = "Customer receipt?";

    /// <summary>A mail order or telephone order.</summary>
    public const string EnterCard = "Enter the card number";

    /// <summary>The POS asks for the totals.</summary>
    public const string SettlementAsked = "The POS asks for the totals.";

    /// <summary>A receipt.</summary>
    public const string MerchantReceipt = "merchant receipt";

    /// <summary>A receipt.</summary>
    public const string CustomerReceipt = "customer receipt";

    /// <summary>The terminal is busy with its own.</summary>
    public const string Settling = "Settlement is running.";

    /// <summary>Neither the code was used in time nor the pairing confirmed.</summary>
    public const string Expired = "The pairing has expired. Start pairing again.";

    /// <summary>The POS has cancelled.</summary>
    public const string Cancelled = "The pairing was cancelled.";

    /// <summary>The merchant has declined.</summary>
    public const string Declined = "The pairing was declined.";

    /// <summary>A pairing is active.</summary>
    public static string PairedWith(TerminalPairing pairing) => $"Paired with {pairing.Nickname ?? pairing.Id}";

    /// <summary>It has printed a receipt.</summary>
    public static string Printed(string receipt) => $"Printed: {receipt}";

    /// <summary>Cents as money.</summary>
    public static string Money(long cents) => Receipts.Money(cents);
}
