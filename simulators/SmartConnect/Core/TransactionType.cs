namespace PairingLab.SmartConnect.Core;

/// <summary>A transaction type of the vendor's API reference, and exactly the fields that it needs.</summary>
/// <param name="Name">TransactionType: "Card.Purchase".</param>
/// <param name="Title">What screens call it.</param>
/// <param name="AmountField">The field with its amount; null when it moves no money.</param>
public sealed record TransactionType(string Name, string Title, string? AmountField = null)
{
    /// <summary>The amount of most types.</summary>
    public const string AmountTotal = "AmountTotal";

    /// <summary>The cash in a purchase, a part of AmountTotal.</summary>
    public const string AmountCash = "AmountCash";

    /// <summary>The amount of an authorisation.</summary>
    public const string AmountAuth = "AmountAuth";

    /// <summary>The amount that is taken of an authorisation.</summary>
    public const string AmountFinal = "AmountFinal";

    /// <summary>Which authorisation is finalised.</summary>
    public const string TransactionReference = "TransactionReference";

    /// <summary>All of them. Terminal.ReadCard is not in the vendor's reference: clients of the real service send it.</summary>
    public static readonly IReadOnlyList<TransactionType> All =
    [
        new("Card.Purchase", "Payment", AmountTotal) { AddsUp = true },
        new("Card.Refund", "Refund", AmountTotal) { IsRefund = true },
        new("Card.PurchasePlusCash", "Purchase plus cash", AmountTotal) { HasCash = true, AddsUp = true },
        new("Card.CashAdvance", "Cash advance", AmountTotal),
        new("Card.Authorise", "Authorisation", AmountAuth),
        new("Card.Finalise", "Finalisation", AmountFinal) { HasReference = true },
        new("QR.Merchant.Purchase", "QR payment", AmountTotal) { IsQr = true },
        new("QR.Consumer.Purchase", "QR payment", AmountTotal) { IsQr = true },
        new("QR.Refund", "QR refund", AmountTotal) { IsQr = true, IsRefund = true },
        new("Acquirer.Logon", "Logon"),
        new("Acquirer.Settlement.Inquiry", "Settlement inquiry"),
        new("Acquirer.Settlement.Cutover", "Settlement cutover"),
        new("Journal.ReprintReceipt", "Reprint receipt"),
        new("Journal.GetTransResult", "Last transaction"),
        new("Terminal.GetStatus", "Terminal status"),
        new("Terminal.ReadCard", "Read card"),
    ];

    private static readonly Dictionary<string, TransactionType> ByName = All.ToDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>Whether a part of the amount is cash (AmountCash).</summary>
    public bool HasCash { get; private init; }

    /// <summary>Whether it says which transaction it belongs to (TransactionReference).</summary>
    public bool HasReference { get; private init; }

    /// <summary>Whether the device may add a tip and a surcharge.</summary>
    public bool AddsUp { get; private init; }

    /// <summary>Whether it is paid with a QR code.</summary>
    public bool IsQr { get; private init; }

    /// <summary>Whether money goes back.</summary>
    public bool IsRefund { get; private init; }

    /// <summary>Whether it moves money, or holds some of it.</summary>
    public bool IsFinancial => AmountField is not null;

    /// <summary>Whether the device waits for a card or a person.</summary>
    public bool IsAttended => IsFinancial || Name == "Terminal.ReadCard";

    /// <summary>The fields that it needs.</summary>
    public IReadOnlyList<string> Fields =>
    [
        .. AmountField is null ? Array.Empty<string>() : [AmountField],
        .. HasCash ? [AmountCash] : Array.Empty<string>(),
        .. HasReference ? [TransactionReference] : Array.Empty<string>(),
    ];

    /// <summary>The type of that name; null when it is unknown.</summary>
    public static TransactionType? Find(string name) => ByName.GetValueOrDefault(name);
}
