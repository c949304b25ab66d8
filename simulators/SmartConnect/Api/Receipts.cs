using System.Globalization;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Api;

/// <summary>
/// The receipt of a transaction, line by line, in the order of the vendor's example. A decline's reason stands here only.
/// </summary>
internal static class Receipts
{
    /// <summary>Above a receipt that is printed again.</summary>
    public const string Duplicate = "*** DUPLICATE ***";

    /// <summary>The receipt.</summary>
    public static string Of(Payment payment, PaymentResult result) => string.Join('\n', Lines(payment, result));

    private static IEnumerable<string> Lines(Payment payment, PaymentResult result)
    {
        yield return payment.Register.Business;
        yield return payment.Type;
        foreach (var line in CardLines(result))
        {
            yield return line;
        }

        var hasAmount = TransactionType.Find(payment.Type) is not { IsFinancial: false };
        foreach (var line in hasAmount ? Amounts(payment, result) : Totals(result.Totals))
        {
            yield return line;
        }

        yield return TransactionWire.Words(result.Outcome).Transaction;
        if (result.Report?.Reason is { } reason)
        {
            yield return reason;
        }

        if (result.Report is { IsSigned: true })
        {
            yield return "SIGNATURE ____________________";
        }

        yield return result.At.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> CardLines(PaymentResult result)
    {
        if (result.Card is { CardType: { } type } card)
        {
            yield return card.CardPan is null ? type : $"{type} {TransactionWire.Dotted(card.CardPan)}";
        }

        if (result is { Outcome: PaymentOutcome.Accepted, Card.AuthId: { } authorised })
        {
            yield return $"AUTH {authorised}";
        }
    }

    private static IEnumerable<string> Amounts(Payment payment, PaymentResult result)
    {
        if (payment.Details?.Reference is { } reference)
        {
            yield return $"REFERENCE {reference}";
        }

        if (payment.Details?.Cash is { } cash)
        {
            yield return $"PURCHASE {Money(payment.Amount - cash)}";
            yield return $"CASH {Money(cash)}";
        }

        if (result.Report is { Surcharge: > 0 and var surcharge })
        {
            yield return $"SURCHARGE {Money(surcharge)}";
        }

        if (result.Report is { Tip: > 0 and var tip })
        {
            yield return $"TIP {Money(tip)}";
        }

        yield return $"TOTAL {Money(payment.Amount + result.Added)}";
    }

    private static IEnumerable<string> Totals(SettlementTotals? totals) => totals is null ? [] :
    [
        $"PURCHASES {totals.Purchases} {Money(totals.Purchased)}",
        $"REFUNDS {totals.Refunds} {Money(totals.Refunded)}",
        $"CASH {Money(totals.Cash)}",
        $"TIPS {Money(totals.Tips)}",
        $"SURCHARGES {Money(totals.Surcharges)}",
        $"NET {Money(totals.Purchased + totals.Cash + totals.Tips + totals.Surcharges - totals.Refunded)}",
    ];

    private static string Money(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
