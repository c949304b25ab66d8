using System.Globalization;
using PairingLab.Kernel.Panels;
using PairingLab.SmartConnect.Api;
using PairingLab.SmartConnect.Core;
using static PairingLab.SmartConnect.Devices.Terminal.TerminalScreen;

namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>What a payment device shows in each state.</summary>
public static class TerminalPanel
{
    /// <summary>The label of the field on the service screen.</summary>
    public const string InternalId = "Internal ID";

    /// <summary>The label of the field with what it plays, on the service screen.</summary>
    public const string Plays = "Plays";

    /// <summary>The label of the field for the password of 3 Config.</summary>
    public const string Password = "Password";

    /// <summary>The label of the field for a tip; dollars.</summary>
    public const string Tip = "Tip";

    /// <summary>The panel of a state.</summary>
    public static Panel Of(string device, TerminalState state, SmartConnectSettings settings) =>

        // A customer waits: a message can be confirmed afterwards.
        state.Payment is { } payment ? OfPayment(device, state, payment, settings)
        : state.Message is { } message ? Dialog(device, message.Title, message.Text, message.Until is null ? ["OK"] : [])
        : state.Replaced && state.Screen != Technician ? Show(
            device, "Out of service", [TerminalTexts.Replaced, $"Internal ID: {state.Memory.InternalId}"], "Service")
        : state.Unpairing is not null ? Dialog(device, "Unpair", "Please wait...")
        : state.AskUnpair is { } register ? Dialog(
            device, "Unpair", register == TerminalState.All ? "Unpair all registers?" : $"Unpair {state.LabelOf(register)}?", "Yes", "No")
        : OfScreen(device, state);

    /// <summary>Cents as people read them.</summary>
    public static string Money(long cents) => string.Create(CultureInfo.InvariantCulture, $"${cents / 100m:0.00}");

    private static Panel OfPayment(string device, TerminalState state, DevicePaymentResponse payment, SmartConnectSettings settings)
    {
        var type = TransactionType.Find(payment.Type)!;
        var surcharge = TerminalPayment.Surcharge(payment, settings);
        PanelText[] none = [];
        string[] buttons = type.IsFinancial ? ["Approve", "Decline", "Cancel"] : ["Read card", "Cancel"];
        return Panel.Of(
            device,
            type.Title,
            [
                .. type.IsFinancial ? [new($"Amount: {Money(payment.Amount)}", TextRole.Amount)] : none,
                .. payment.Cash is { } cash ? [$"Cash: {Money(cash)}"] : none,
                .. payment.Reference is { } reference ? [$"Reference: {reference}"] : none,
                .. surcharge > 0 ? [$"Surcharge: {Money(surcharge)}", $"Total: {Money(payment.Amount + surcharge)}"] : none,
                $"Register: {payment.Register}",
                .. PromptOf(payment),
                .. state.Plays == Core.Plays.Person ? none : [$"This device plays: {PlayedEnd.NameOf(state.Plays)}"],
                .. OfflineLine(state),
            ],
            [.. buttons.Select(b => new PanelButton(b, b != "Approve" || state.TipCents is not null))],
            settings.Tipping && type.AddsUp ? [new(Tip, state.Tip)] : []);
    }

    /// <summary>What the customer is to do, where that is not what a card machine always asks.</summary>
    private static PanelText[] PromptOf(DevicePaymentResponse payment) => payment.Type switch
    {
        "QR.Merchant.Purchase" => [TerminalTexts.ShowQr, $"QR-{payment.Id}"],
        "QR.Consumer.Purchase" or "QR.Refund" => [TerminalTexts.ScanQr],
        "Terminal.ReadCard" => [TerminalTexts.PresentCard],
        _ => [],
    };

    private static Panel OfScreen(string device, TerminalState state) => state.Screen switch
    {
        Ready => Show(
            device,
            "SmartConnect",
            ReadyTexts(state),
            [.. state.OffersToPair ? ["Yes", "No"] : Array.Empty<string>(), "Pair a register", "Registers", "Menu", "Service"]),
        Menu => Show(device, "Menu", [], "3 Config", "Back"),
        ConfigPassword => new(
            device,
            "Config",
            [TerminalTexts.EnterPassword],
            [new("OK", state.Typed.Length > 0), new("Back")],
            [new(Password, state.Typed) { Secret = true }]),
        Config => Show(device, "Config", [], "1 Pos Integrations", "Back"),
        PosIntegrations => Show(device, "Pos Integrations", [], "1 Authorise POS", "2 Unpair POS", "Back"),
        Code => Show(device, "Pairing", [.. CodeTexts(state.Code), .. OfflineLine(state)], "Cancel"),
        Registers when state.Registers.Count == 0 => Show(device, "Registers", [TerminalTexts.NoRegisters], "Back"),
        Registers => Show(
            device,
            "Registers",
            [.. state.Registers.Select(r => new PanelText(r.Label))],
            [.. state.Registers.Select(r => $"Unpair {r.Label}"), "Unpair all", "Back"]),
        _ => new(
            device,
            "Service",
            [$"Serial number: {state.Serial}"],
            [new("Save"), new("Back")],
            [new(InternalId, state.Typed), new(Plays, state.TypedPlays)]),
    };

    private static List<PanelText> ReadyTexts(TerminalState state) =>
    [
        .. state.Online switch
        {
            null => [TerminalTexts.Connecting],
            true => [new(TerminalTexts.Ready, TextRole.Good)],
            false => OfflineLine(state),
        },
        $"Paired registers: {state.Registers.Count}",
        .. state.Known is { Queued: > 0 } known ? [$"Payments waiting: {known.Queued}"] : Array.Empty<PanelText>(),
        .. state.Memory.Outcome is null ? Array.Empty<PanelText>() : [TerminalTexts.OutcomeToBeSent],
        .. state.Plays == Core.Plays.Person ? Array.Empty<PanelText>() : [$"This device plays: {PlayedEnd.NameOf(state.Plays)}"],
        .. state.OffersToPair ? [TerminalTexts.PairNow] : Array.Empty<PanelText>(),
    ];

    private static PanelText[] CodeTexts(TerminalCode? code) => code switch
    {
        null => [TerminalTexts.AskingForCode],
        { Until: null } => [TerminalTexts.CodeExpired],
        _ => [TerminalTexts.EnterCode, new(code.Text, TextRole.Code)],
    };

    private static PanelText[] OfflineLine(TerminalState state) => state.Online == false ? [new(TerminalTexts.Offline, TextRole.Bad)] : [];

    private static Panel Dialog(string device, string title, string text, params string[] buttons) =>
        Show(device, title, [text], buttons) with { Shape = PanelShape.Dialog };

    private static Panel Show(string device, string title, IReadOnlyList<PanelText> texts, params string[] buttons) =>
        Panel.Of(device, title, texts, [.. buttons.Select(b => new PanelButton(b))], []);
}

/// <summary>
/// What a payment device says. The SmartConnect pairing guide describes the device but quotes no text of it: they are the lab's, but for
/// the question at power-on and the names in the menu, which the makers' manuals have.
/// </summary>
public static class TerminalTexts
{
    /// <summary>A payment came while somebody worked the device.</summary>
    public const string NotIdle = "A payment came while the device was not at its idle screen: it has failed.";

    /// <summary>Menu > 3 Config.</summary>
    public const string EnterPassword = "Enter the password.";

    /// <summary>It is another one.</summary>
    public const string WrongPassword = "The password is wrong.";

    /// <summary>Above the pairing code.</summary>
    public const string EnterCode = "Enter this code in your POS software:";

    /// <summary>Pairing is open and the code has not come yet.</summary>
    public const string AskingForCode = "Asking SmartConnect for a pairing code...";

    /// <summary>The code has died of age, since no other one could be fetched.</summary>
    public const string CodeExpired = "The pairing code has expired. A new one is shown as soon as SmartConnect answers.";

    /// <summary>No answer.</summary>
    public const string Offline = "No connection to SmartConnect";

    /// <summary>Before the first answer.</summary>
    public const string Connecting = "Connecting to SmartConnect...";

    /// <summary>Idle.</summary>
    public const string Ready = "Ready for payments";

    /// <summary>SmartConnect has not heard how the last payment ended.</summary>
    public const string OutcomeToBeSent = "The last payment is still to be sent to SmartConnect";

    /// <summary>An empty list.</summary>
    public const string NoRegisters = "No register is paired with this device.";

    /// <summary>[Unpair], and no answer.</summary>
    public const string NotUnpaired =
        "SmartConnect does not answer. The list may be out of date: look at it again when the connection is back.";

    /// <summary>The internal id is used by other hardware now.</summary>
    public const string Replaced = "Another device with this internal ID has been switched on.";

    /// <summary>Makers' manuals: a device without registers asks it at power-on.</summary>
    public const string PairNow = "Terminal is not paired, pair it now?";

    /// <summary>A transaction that needs nobody.</summary>
    public const string Done = "Done";

    /// <summary>QR.Merchant.Purchase.</summary>
    public const string ShowQr = "Show this code to the customer:";

    /// <summary>QR.Consumer.Purchase and QR.Refund.</summary>
    public const string ScanQr = "Scan the customer's code.";

    /// <summary>Terminal.ReadCard.</summary>
    public const string PresentCard = "Present, insert or swipe the card.";

    /// <summary>Service: an unknown name of what it plays.</summary>
    public static readonly string BadPlays = $"Plays: allowed values are {PlayedEnd.Names}.";

    /// <summary>Service: changed only while no payment is open.</summary>
    public const string PaymentOpen = "Finish the payment first.";
}
