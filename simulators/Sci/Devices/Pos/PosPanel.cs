using System.Collections.Immutable;
using PairingLab.Kernel.Panels;
using PairingLab.Sci.Devices.Terminal;
using Text = PairingLab.Sci.Devices.Pos.PosTexts;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>What a POS shows in each state.</summary>
public static class PosPanel
{
    /// <summary>How many texts each pairing has.</summary>
    public const int LinesOfPairing = 4;

    private static readonly PanelText PleaseWait = new(Text.PleaseWait, TextRole.State);

    /// <summary>The panel of a state.</summary>
    public static Panel Of(string device, PosState state) =>
        state.Memory.Purchase is { } purchase ? OfPurchase(device, state, purchase)
        : state.Page == PosPage.Sale ? OfSale(device, state)
        : state.Page == PosPage.More ? OfMore(device, state)
        : state.Waiting is not null ? Panel.Of(device, "Pairing", [Text.Brand, PleaseWait], [], [])
        : state.Memory.New is { } made ? OfNew(device, state, made)
        : OfSection(device, state);

    private static Panel OfPurchase(string device, PosState state, PosPurchase purchase) => Panel.Of(
        device,
        "Payment",
        [
            .. purchase.Order.Kind == PosOrderKind.Purchase ? Array.Empty<PanelText>() : [Text.Kind(purchase.Order)],
            .. purchase.Order.IsSettlement ? Array.Empty<PanelText>() : [new(TerminalTexts.Money(purchase.Amount), TextRole.Amount)],
            .. purchase.Parts.Select(p => new PanelText(p)),
            .. purchase.Result is { } result ? [result] : Array.Empty<PanelText>(),
            new(purchase.Message, RoleOfMessage(purchase)),
            .. PosPayments.IsAsked(state) ? [new(Text.WasItSuccessful, TextRole.Attention)] : Array.Empty<PanelText>(),
            .. purchase.Form.Where(e => e.Type == "text").Select(e => new PanelText($"{e.Label}: {e.Text}")),
            .. purchase.Form.Where(e => e.Type == "image").Select(e => new PanelText(e.Label, TextRole.Mark)),
            .. state.Waiting is null ? state.Notice : [PleaseWait],
            .. purchase.Details is { } details ? [new(details, TextRole.Note)] : Array.Empty<PanelText>(),
        ],
        state.Waiting is not null ? [] : [.. PosPayments.Buttons(state).Select(b => new PanelButton(b))],
        state.Waiting is not null || PosPayments.IsAsked(state)
            ? []
            : [.. PosPayments.Inputs(purchase).DistinctBy(i => i.Label).Select(i => Field(state, i.Label))]);

    private static TextRole RoleOfMessage(PosPurchase purchase) =>
        purchase.IsWatched ? TextRole.State : purchase.Result is null or "UNKNOWN" ? TextRole.Bad : TextRole.Plain;

    private static Panel OfSale(string device, PosState state) => state.Waiting is not null
        ? Panel.Of(device, "Sale", [PleaseWait], [], [])
        : Panel.Of(
            device,
            "Sale",
            [.. state.Notice, .. state.Memory.Pairings.IsEmpty ? [Text.NotPaired] : Array.Empty<PanelText>()],
            [.. Orders(state), new("More"), new("Pairing")],
            [
                Field(state, PosFields.Amount), Field(state, PosFields.Tip), Field(state, PosFields.Surcharge),
                Field(state, PosFields.Cashout),
            ]);

    private static Panel OfMore(string device, PosState state) => state.Waiting is not null
        ? Panel.Of(device, "More", [PleaseWait], [], [])
        : Panel.Of(
            device,
            "More",
            [.. state.Notice, .. state.Memory.Pairings.IsEmpty ? [Text.NotPaired] : Array.Empty<PanelText>()],
            [.. Orders(state), .. state.Memory.Flags.Buttons().Select(b => new PanelButton(b) { Role = ButtonRole.Link }), new("Back")],
            [Field(state, PosFields.Amount), Field(state, PosFields.Surcharge), Field(state, PosFields.Day)]);

    private static IEnumerable<PanelButton> Orders(PosState state) =>
        PosOrders.Of(state).Select(o => new PanelButton(o.Button, o.Order is not null)
        {
            Role = state.Page == PosPage.Sale ? ButtonRole.Primary : ButtonRole.Plain,
        });

    private static Panel OfNew(string device, PosState state, StoredPairing made) => Panel.Of(
        device,
        "Pairing",
        [
            Text.Brand,
            .. state.Notice,
            new(Text.ConfirmationCode, TextRole.Note),
            new(made.ConfirmationCode, TextRole.Code),
            new(Text.CompareCodes, TextRole.Note),
        ],
        [new("Test"), new("Cancel")],
        []);

    private static Panel OfSection(string device, PosState state) => Panel.Of(
        device,
        "Pairing",
        [
            Text.Brand,
            .. state.Notice,
            .. state.Memory.Pairings.SelectMany(Lines).Select(l => new PanelText(l, TextRole.Row)),
            .. Text.Instructions.Select(i => new PanelText(i, TextRole.Note)),
        ],
        [
            .. PosLabels.Of(state.Memory.Pairings).SelectMany(l => new PanelButton[] { new($"Test {l.Label}"), new($"Unpair {l.Label}") }),
            new("Pair", state.In(PosFields.Code).Length > 0),
            new("Back"),
        ],
        [Field(state, PosFields.Code), Field(state, PosFields.Nickname)]);

    /// <summary>SCI integration guide, Paired state: nickname and pairing id are mandatory, TID and terminal nickname optional.</summary>
    private static string[] Lines(StoredPairing pairing) =>
    [
        $"{PosFields.Nickname}: {pairing.PairingNickname ?? "none"}",
        $"Pairing ID: {pairing.PairingId}",
        $"TID: {pairing.Tid}",
        $"Terminal Nickname: {pairing.TerminalNickname}",
    ];

    private static PanelField Field(PosState state, string name) => new(name, state.Typed.GetValueOrDefault(name, ""));
}

/// <summary>The labels of a POS's fields. SCI integration guide: Unpaired state.</summary>
public static class PosFields
{
    /// <summary>Mandatory.</summary>
    public const string Code = "Pairing Code";

    /// <summary>Optional.</summary>
    public const string Nickname = "Pairing Nickname";

    /// <summary>Of a sale, "10.00".</summary>
    public const string Amount = "Amount";

    /// <summary>Of a sale; empty to leave it to the terminal.</summary>
    public const string Tip = "Tip";

    /// <summary>Of a sale; empty to leave it to the terminal.</summary>
    public const string Surcharge = "Surcharge";

    /// <summary>The cash that goes with a purchase.</summary>
    public const string Cashout = "Cash";

    /// <summary>The day of a settlement enquiry, "2026-01-05"; empty for what is not settled yet.</summary>
    public const string Day = "Enquiry date";
}

/// <summary>What pairings are called on the buttons of a POS.</summary>
public static class PosLabels
{
    /// <summary>
    /// Each pairing's nickname, with its TID where two have the same; its id where that is the same too. Nobody keeps a person
    /// from giving a nickname that looks like another pairing's label, so a label is only taken that no other one could have.
    /// </summary>
    public static IReadOnlyList<(StoredPairing Pairing, string Label)> Of(ImmutableList<StoredPairing> pairings) =>
        [.. pairings.Select(p => (p, Candidates(p).FirstOrDefault(
            c => pairings.All(o => o == p || !Candidates(o).Contains(c, StringComparer.Ordinal)), p.PairingId)))];

    private static string[] Candidates(StoredPairing pairing) => pairing.PairingNickname is { } name
        ? [name, $"{name} ({pairing.Tid})", pairing.PairingId]
        : [pairing.PairingId];
}

/// <summary>
/// Texts on a POS: those of the SCI integration guide and of the vendor's certification list letter for letter, else the lab's.
/// </summary>
public static class PosTexts
{
    /// <summary>SCI integration guide, SCI branding.</summary>
    public const string Brand = "Simple Cloud Integration";

    /// <summary>SCI integration guide, Network/connectivity failure.</summary>
    public const string CheckNetwork = "Please check network and terminal connections and try again";

    /// <summary>Vendor, SCITX01.</summary>
    public const string NoActivePairings = "No active pairings found";

    /// <summary>SCI integration guide, Paired state: a success message.</summary>
    public const string PairingSuccessful = "Pairing successful";

    /// <summary>[Test] on a pairing that is there.</summary>
    public const string PairingActive = "Pairing is active";

    /// <summary>204 on unpair.</summary>
    public const string Unpaired = "Unpaired";

    /// <summary>[Cancel].</summary>
    public const string Cancelled = "Pairing cancelled";

    /// <summary>A request is under way.</summary>
    public const string PleaseWait = "Please wait...";

    /// <summary>Nothing can be sold by card.</summary>
    public const string NotPaired = "Not paired. Open Pairing to pair an EFTPOS terminal.";

    /// <summary>The confirmation code.</summary>
    public const string ConfirmationCode = "Confirmation code";

    /// <summary>SCI integration guide: the merchant verifies they match, then confirms on the terminal; then [Test].</summary>
    public const string CompareCodes =
        "Check that the terminal shows the same confirmation code and confirm it on the terminal. Then press Test.";

    /// <summary>[Test] before the confirmation, or after the pairing has come to nothing.</summary>
    public const string ConfirmFirst =
        "Confirm the code on the terminal and press Test again, or press Cancel and pair again from the terminal.";

    /// <summary>Nobody knows how a purchase ended.</summary>
    public const string ResultUnknown = "The result is not known. Check the terminal.";

    /// <summary>Nobody has answered to a new transaction, but the terminal may have got it.</summary>
    public const string LookAtTerminal = "Look at the terminal before you try again: it may have taken the payment.";

    /// <summary>Vendor: the override flow.</summary>
    public const string WasItSuccessful = "No result has come. Was the transaction successful? Check the terminal.";

    /// <summary>The merchant has said how it ended.</summary>
    public const string Overridden = "Recorded as the merchant has confirmed it";

    /// <summary>There is nothing to print.</summary>
    public const string NoReceipt = "There is no receipt.";

    /// <summary>SCI integration guide: Pairing instructions (recommended).</summary>
    public static readonly IReadOnlyList<string> Instructions =
    [
        "On the EFTPOS terminal, select Pair with POS. The terminal displays a pairing code.",
        "Enter the pairing code here, and a nickname for this pairing if you like. Press Pair.",
        "Check that both show the same confirmation code, and confirm it on the terminal.",
        "Press Test to complete the pairing.",
    ];

    /// <summary>The name of every kind but a plain purchase.</summary>
    public static string Kind(PosOrder order) => order.Kind switch
    {
        PosOrderKind.Refund => "Refund",
        PosOrderKind.Cashout => "Cash out",
        PosOrderKind.Moto => "MOTO purchase",
        PosOrderKind.Settlement => "Settlement",
        PosOrderKind.Enquiry => "Settlement enquiry",
        _ => "Purchase",
    };

    /// <summary>SCI integration guide: display an unpaired state and prompt the merchant to re-pair from the terminal.</summary>
    public static string PairAgain(StoredPairing pairing) =>
        $"{pairing.PairingNickname ?? pairing.PairingId} is no longer paired. To pair again, start pairing on the terminal.";
}
