using System.Globalization;

namespace PairingLab.Sci.Core;

/// <summary>Receipts. The vendor's are not public, so their lines are the lab's.</summary>
public static class Receipts
{
    private const int Width = 32;

    /// <summary>The merchant's receipt: to be signed, or of the end. Null when there is none.</summary>
    public static string? Merchant(Transaction t) => t.Stage switch
    {
        TransactionStage.SignatureOnPos or TransactionStage.SignatureOnTerminal =>
            Text(t, "SIGNATURE REQUIRED", "", "x______________________________", "MERCHANT COPY"),
        TransactionStage.Ended when t.Result is TransactionResult.Approved or TransactionResult.Declined =>
            Text(t, Result(t), "", "MERCHANT COPY"),
        _ => null,
    };

    /// <summary>The customer's receipt. Null when there is none; a settlement has none.</summary>
    public static string? Customer(Transaction t) =>
        t.Result is TransactionResult.Approved or TransactionResult.Declined && !t.Order.IsSettlement
            ? Text(t, Result(t), "", "CUSTOMER COPY")
            : null;

    /// <summary>The parts of an amount that are there, by the words of a receipt.</summary>
    public static IEnumerable<(string Name, long Cents)> Parts(Amounts amounts)
    {
        (string, long)[] all =
        [
            ("Purchase", amounts.Purchase), ("Tip", amounts.Tip), ("Surcharge", amounts.Surcharge), ("Cash out", amounts.Cashout),
            ("Refund", amounts.Refund), ("MOTO purchase", amounts.Moto),
        ];
        return all.Where(p => p.Item2 != 0);
    }

    /// <summary>
    /// The totals of a settlement. Vendor: PUR, TIP, SUR, REF, CAS, TOT. MOTO purchases are purchases; refunds lessen the total (lab).
    /// </summary>
    public static IReadOnlyList<(string Code, long Cents)> Totals(Amounts a) =>
    [
        ("PUR", a.Purchase + a.Moto), ("TIP", a.Tip), ("SUR", a.Surcharge), ("REF", a.Refund), ("CAS", a.Cashout),
        ("TOT", a.Total - (2 * a.Refund)),
    ];

    /// <summary>Cents as money.</summary>
    public static string Money(long cents) => string.Create(CultureInfo.InvariantCulture, $"AUD {cents / 100m:0.00}");

    private static string Result(Transaction t) => t.Result.ToString()!.ToUpperInvariant();

    private static string Text(Transaction t, params IEnumerable<string> below) => string.Join('\n',
    [
        "PAIRINGLAB",
        Line("TID", t.Tid),
        t.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        Texts.Title(t.Order.Type).ToUpperInvariant(),
        .. t.Order.IsSettlement
            ? Totals(t.Amounts).Select(p => Line(p.Code, Money(p.Cents)))
            : Parts(t.Amounts).Select(p => Line(p.Name, Money(p.Cents))).Append(Line("TOTAL", Money(t.Amounts.Total))),
        .. below,
    ]);

    private static string Line(string name, string value) => name + value.PadLeft(Width - name.Length);
}
