using PairingLab.Kernel.Panels;
using PairingLab.SmartConnect.Core;
using PairingLab.SmartConnect.Devices.Terminal;
using static PairingLab.SmartConnect.Devices.Register.RegisterScreen;

namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>What a register shows in each state.</summary>
public static class RegisterPanel
{
    /// <summary>The buttons of the screen with more transactions, and their types.</summary>
    private static readonly (string Button, string Type)[] Transactions =
    [
        ("Purchase plus cash", "Card.PurchasePlusCash"),
        ("Cash advance", "Card.CashAdvance"),
        ("Authorise", "Card.Authorise"),
        ("Finalise", "Card.Finalise"),
        ("QR purchase, terminal shows the code", "QR.Merchant.Purchase"),
        ("QR purchase, customer shows the code", "QR.Consumer.Purchase"),
        ("QR refund", "QR.Refund"),
        ("Logon", "Acquirer.Logon"),
        ("Settlement inquiry", "Acquirer.Settlement.Inquiry"),
        ("Settlement cutover", "Acquirer.Settlement.Cutover"),
        ("Reprint receipt", "Journal.ReprintReceipt"),
        ("Last transaction", "Journal.GetTransResult"),
        ("Terminal status", "Terminal.GetStatus"),
        ("Read card", "Terminal.ReadCard"),
    ];

    /// <summary>The transaction type of a button; null when it has none.</summary>
    public static string? TransactionOf(string button) => Array.Find(Transactions, t => t.Button == button).Type;

    /// <summary>The panel of a state.</summary>
    public static Panel Of(string device, RegisterState state) => state switch
    {
        { Waiting: { } waiting } => Dialog(device, waiting is RegisterRequest.Pair ? "Pairing" : "Payment", [RegisterTexts.Sending]),
        { Message: { } message } => Dialog(device, message.Title, [message.Text, .. message.Receipt?.Split('\n') ?? []], "OK"),
        { Memory.Payment: { } payment } => Dialog(
            device,
            "Payment",
            [RegisterTexts.Pending, .. payment.Amount > 0 ? [$"Amount: {TerminalPanel.Money(payment.Amount)}"] : Array.Empty<string>()],
            "Stop waiting"),
        _ => OfScreen(device, state),
    };

    private static Panel OfScreen(string device, RegisterState state) => state.Screen switch
    {
        Sale => new(
            device,
            "Sale",
            [This(state)],
            [
                new("Purchase", Filled(state, RegisterFields.Amount)),
                new("Refund", Filled(state, RegisterFields.Amount)),
                new("More transactions"),
                .. Others(state),
                new("Back office"),
            ],
            Fields(state, RegisterFields.Amount)),
        RegisterScreen.Transactions => new(
            device,
            "More transactions",
            [This(state)],
            [.. Transactions.Select(t => new PanelButton(t.Button, IsFilledFor(state, t.Type))), new("Back")],
            Fields(state, RegisterFields.Amount, RegisterFields.Cash, RegisterFields.Reference)),
        BackOffice => new(
            device,
            "Back office",
            [This(state), $"Business: {state.Memory.Business}"],
            [
                new("Pair with a payment device"),
                new("Register settings"),
                new("Add a virtual register"),
                .. Others(state),
                new("Back to sale"),
            ],
            []),
        RegisterScreen.Pairing => new(
            device,
            "Pair with a payment device",
            [This(state), "Start pairing on the payment device and enter the code that it shows."],
            [new("Pair", Filled(state, RegisterFields.Code)), new("Back")],
            Fields(state, RegisterFields.Code)),
        _ => new(
            device,
            "Register settings",
            [],
            [new("Save"), new("Back")],
            Fields(state, RegisterFields.Id, RegisterFields.Name, RegisterFields.Business, RegisterFields.Vendor)),
    };

    private static string This(RegisterState state) => $"Register: {state.Register.Label}";

    private static IEnumerable<PanelButton> Others(RegisterState state) =>
        state.Memory.Registers.Where((_, i) => i != state.Memory.Selected).Select(r => new PanelButton($"Use {r.Label}"));

    /// <summary>Whether all is there that the type needs.</summary>
    private static bool IsFilledFor(RegisterState state, string name)
    {
        var type = TransactionType.Find(name)!;
        return (!type.IsFinancial || Filled(state, RegisterFields.Amount))
            && (!type.HasCash || Filled(state, RegisterFields.Cash))
            && (!type.HasReference || Filled(state, RegisterFields.Reference));
    }

    private static bool Filled(RegisterState state, string field) => state.Text(field).Length > 0;

    private static List<PanelField> Fields(RegisterState state, params IEnumerable<string> names) =>
        [.. names.Select(n => new PanelField(n, state.Typed.GetValueOrDefault(n, "")))];

    private static Panel Dialog(string device, string title, IReadOnlyList<string> texts, params string[] buttons) =>
        new(device, title, texts, [.. buttons.Select(b => new PanelButton(b))], []) { Shape = PanelShape.Dialog };
}

/// <summary>The labels of a register's fields.</summary>
public static class RegisterFields
{
    /// <summary>Pairing screen.</summary>
    public const string Code = "Pairing code";

    /// <summary>Sale screen; dollars.</summary>
    public const string Amount = "Amount";

    /// <summary>Cash in a purchase; dollars.</summary>
    public const string Cash = "Cash";

    /// <summary>The authorisation that is finalised.</summary>
    public const string Reference = "Reference";

    /// <summary>Settings: POSRegisterID.</summary>
    public const string Id = "Register ID";

    /// <summary>Settings: POSRegisterName.</summary>
    public const string Name = "Register name";

    /// <summary>Settings: POSBusinessName.</summary>
    public const string Business = "Business name";

    /// <summary>Settings: POSVendorName.</summary>
    public const string Vendor = "Vendor name";
}

/// <summary>What a register says. The SmartConnect pairing guide quotes one of these texts; the others are the lab's choice.</summary>
public static class RegisterTexts
{
    /// <summary>SmartConnect pairing guide, word for word.</summary>
    public const string Paired = "The pairing process is now complete and the Register is ready to submit Transactions!";

    /// <summary>[Pair], and no answer.</summary>
    public const string NoAnswer = "SmartConnect does not answer. Check the network and try again.";

    /// <summary>[Purchase], and no answer: it may have been accepted.</summary>
    public const string NotKnownWhetherAccepted =
        "SmartConnect does not answer. Look at the payment device before you try again: the payment may have got through.";

    /// <summary>While the request is sent.</summary>
    public const string Sending = "Please wait...";

    /// <summary>While the transaction is pending.</summary>
    public const string Pending = "Waiting for the payment device...";

    /// <summary>OK-ACCEPTED.</summary>
    public const string Approved = "Approved";

    /// <summary>OK-ACCEPTED of a transaction that moves no money.</summary>
    public const string Done = "Done";

    /// <summary>OK-DECLINED.</summary>
    public const string Declined = "Declined";

    /// <summary>CANCELLED.</summary>
    public const string Cancelled = "Cancelled at the payment device";

    /// <summary>CANCELLED with FAILED-INTERFACE.</summary>
    public const string Offline = "The payment device is offline. Nothing was charged.";

    /// <summary>OK-UNAVAILABLE.</summary>
    public const string Unavailable = "The payment device does not have this function.";

    /// <summary>Anything else: the sale must be checked.</summary>
    public const string NotKnown = "The outcome is not known. Look at the payment device.";

    /// <summary>What was typed is not an amount.</summary>
    public const string BadAmount = "Enter an amount such as 12.50.";

    /// <summary>Settings with an empty field.</summary>
    public const string BadSettings = "Fill in every field. Two registers can't have the same ID.";
}
