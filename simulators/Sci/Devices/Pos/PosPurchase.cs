using System.Globalization;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>A transaction, as a POS knows it.</summary>
/// <param name="Id">A UUID.</param>
/// <param name="Version">The version seen last.</param>
/// <param name="Message">What the API says of it.</param>
/// <param name="Result">APPROVED, DECLINED, CANCELLED or UNKNOWN; null while it is under way.</param>
/// <param name="Pairing">Over which pairing.</param>
/// <param name="Amount">Cents.</param>
public sealed record PosPurchase(string Id, int Version, string Message, string? Result, StoredPairing Pairing, long Amount)
{
    /// <summary>PENDING, AWAITING_POS or FINALISED.</summary>
    public string Status { get; init; } = "PENDING";

    /// <summary>What was asked for.</summary>
    public PosOrder Order { get; init; } = new(PosOrderKind.Purchase, Amount);

    /// <summary>What pos_instructions says to show.</summary>
    public IReadOnlyList<PosElement> Form { get; init; } = [];

    /// <summary>What pos_instructions says to do at once.</summary>
    public IReadOnlyList<string> AutoActions { get; init; } = [];

    /// <summary>Pairing id, transaction id and version in one line, as the API gives them; null without.</summary>
    public string? Details { get; init; }

    /// <summary>The merchant's receipt; null without one.</summary>
    public string? MerchantReceipt { get; init; }

    /// <summary>The customer's receipt; null without one.</summary>
    public string? CustomerReceipt { get; init; }

    /// <summary>The parts of what was charged, or the totals of a settlement.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Whether the merchant has said how it ended.</summary>
    public bool IsOverridden { get; init; }

    /// <summary>Whether news of it will come by itself.</summary>
    public bool IsWatched => Result is null && Status != "AWAITING_POS";
}

/// <summary>An element of a form: the Action Framework's.</summary>
/// <param name="Label">What stands on or before it.</param>
/// <param name="Type">text, button, input or image.</param>
public sealed record PosElement(string Label, string Type)
{
    /// <summary>Text: the text.</summary>
    public string? Text { get; init; }

    /// <summary>Input: the name that its value is sent by.</summary>
    public string? Name { get; init; }

    /// <summary>Button: where it posts; null when it is an action of the POS.</summary>
    public string? SubmitUrl { get; init; }

    /// <summary>Button: what the POS does.</summary>
    public string? Action { get; init; }

    /// <summary>Image: the picture as a data URL.</summary>
    public string? Picture { get; init; }
}

/// <summary>What is asked for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Amount">Cents; 0 for a settlement.</param>
public sealed record PosOrder(PosOrderKind Kind, long Amount)
{
    /// <summary>The tip; null to leave it to the terminal.</summary>
    public long? Tip { get; init; }

    /// <summary>The surcharge; null to leave it to the terminal.</summary>
    public long? Surcharge { get; init; }

    /// <summary>The cash that goes with a purchase; null for none.</summary>
    public long? Cashout { get; init; }

    /// <summary>The day of an enquiry; null for what is not settled yet.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Who prints receipts and judges signatures.</summary>
    public PosFlags Flags { get; init; } = new();

    /// <summary>Whether it is about the terminal's takings.</summary>
    public bool IsSettlement => Kind is PosOrderKind.Settlement or PosOrderKind.Enquiry;

    /// <summary>Where it is asked for.</summary>
    public string Path => IsSettlement ? "/v1/settlements" : "/v1/transactions";
}

/// <summary>What a POS can ask for.</summary>
public enum PosOrderKind
{
    /// <summary>A purchase, with cash or without.</summary>
    Purchase,

    /// <summary>A refund.</summary>
    Refund,

    /// <summary>Cash.</summary>
    Cashout,

    /// <summary>A mail order or telephone order.</summary>
    Moto,

    /// <summary>A settlement.</summary>
    Settlement,

    /// <summary>A settlement enquiry.</summary>
    Enquiry,
}

/// <summary>Who prints receipts and judges signatures; as the vendor recommends it.</summary>
public sealed record PosFlags
{
    /// <summary>The terminal prints the merchant's receipt.</summary>
    public bool PrintMerchantReceipt { get; init; }

    /// <summary>The terminal asks the customer about a receipt.</summary>
    public bool PromptCustomerReceipt { get; init; }

    /// <summary>The terminal judges the signature.</summary>
    public bool VerifySignatureOnTerminal { get; init; }

    /// <summary>The POS prints the receipt to be signed by itself.</summary>
    public bool AutoPrintSignatureReceipt { get; init; } = true;

    /// <summary>The flags as buttons.</summary>
    public IEnumerable<string> Buttons() => All.Select(f => Button(f.Name, f.IsOn(this)));

    private static IReadOnlyList<(string Name, Func<PosFlags, bool> IsOn, Func<PosFlags, PosFlags> Toggle)> All { get; } =
    [
        ("Merchant receipt on the terminal", f => f.PrintMerchantReceipt, f => f with { PrintMerchantReceipt = !f.PrintMerchantReceipt }),
        ("Customer receipt on the terminal", f => f.PromptCustomerReceipt,
            f => f with { PromptCustomerReceipt = !f.PromptCustomerReceipt }),
        ("Signature on the terminal", f => f.VerifySignatureOnTerminal,
            f => f with { VerifySignatureOnTerminal = !f.VerifySignatureOnTerminal }),
        ("Print signature receipts by itself", f => f.AutoPrintSignatureReceipt,
            f => f with { AutoPrintSignatureReceipt = !f.AutoPrintSignatureReceipt }),
    ];

    /// <summary>The flags after a button; null when it is none of theirs.</summary>
    public static PosFlags? Toggled(PosFlags flags, string button) =>
        All.Where(f => Button(f.Name, f.IsOn(flags)) == button).Select(f => f.Toggle(flags)).FirstOrDefault();

    private static string Button(string name, bool isOn) => $"{name}: {(isOn ? "on" : "off")}";
}

/// <summary>The transactions that a POS offers on its pages.</summary>
internal static class PosOrders
{
    private const long LargestSale = 10_000_000;

    /// <summary>The cents in a text such as "10.00"; null when it is not an amount of money.</summary>
    public static long? Cents(string text) => Money(text) is > 0 and var cents ? cents : null;

    /// <summary>The buttons of the page, with what each asks for; null where the fields do not say enough.</summary>
    public static IReadOnlyList<(string Button, StoredPairing Pairing, PosOrder? Order)> Of(PosState state) =>
        [.. PosLabels.Of(state.Memory.Pairings).SelectMany(
            l => Kinds(state).Select(k => ($"{k.Verb} {l.Label}", l.Pairing, k.Order)))];

    private static IEnumerable<(string Verb, PosOrder? Order)> Kinds(PosState state)
    {
        var flags = state.Memory.Flags;
        var amount = Cents(state.In(PosFields.Amount));
        if (state.Page != PosPage.More)
        {
            return [("Pay", Purchase(state, amount))];
        }

        var (isSurcharge, surcharge) = Optional(state, PosFields.Surcharge);
        PosOrder? Simple(PosOrderKind kind) => amount is null || !isSurcharge ? null : new(kind, amount.Value)
        {
            Surcharge = kind == PosOrderKind.Refund ? null : surcharge,
            Flags = flags,
        };
        return
        [
            ("Refund", Simple(PosOrderKind.Refund)), ("Cash out", Simple(PosOrderKind.Cashout)), ("MOTO", Simple(PosOrderKind.Moto)),
            ("Settle", new(PosOrderKind.Settlement, 0)), ("Enquire", Enquiry(state.In(PosFields.Day))),
        ];
    }

    private static PosOrder? Purchase(PosState state, long? amount)
    {
        var (isTip, tip) = Optional(state, PosFields.Tip);
        var (isSurcharge, surcharge) = Optional(state, PosFields.Surcharge);
        var (isCash, cash) = Optional(state, PosFields.Cashout);

        // Vendor: a purchase with cash has no tip.
        var isWrong = amount is null || !isTip || !isSurcharge || !isCash || (cash > 0 && tip > 0);
        return isWrong ? null : new(PosOrderKind.Purchase, amount!.Value)
        {
            Tip = cash > 0 ? null : tip,
            Surcharge = surcharge,
            Cashout = cash > 0 ? cash : null,
            Flags = state.Memory.Flags,
        };
    }

    private static PosOrder? Enquiry(string day) =>
        day.Length == 0 ? new(PosOrderKind.Enquiry, 0)
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new(PosOrderKind.Enquiry, 0) { Day = date }
        : null;

    /// <summary>A field that may be empty: whether what stands there will do, and the cents.</summary>
    private static (bool Ok, long? Cents) Optional(PosState state, string field) =>
        state.In(field) is not { Length: > 0 } text ? (true, null) : (Money(text) is not null, Money(text));

    private static long? Money(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount is >= 0 and <= LargestSale && amount * 100 % 1 == 0
            ? (long)(amount * 100)
            : null;
}
