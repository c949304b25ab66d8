using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Api;

/// <summary>Payments put into the vendor's words.</summary>
internal static class TransactionWire
{
    /// <summary>One merchant a site. Lab's choice.</summary>
    private const string MerchantId = "PAIRINGLAB-1";

    /// <summary>"Merchant" of the vendor's example.</summary>
    private const string Merchant = "1";

    private const string Company = "PairingLab";
    private const string TakesLong = "Transaction takes longer than usual";

    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>What the register is told when its payment is accepted.</summary>
    public static TransactionResponse Accepted(Payment payment, string baseUrl) => Of(payment, "PENDING", Data(payment) with
    {
        PosVendor = payment.Register.Vendor,
        PosRegisterId = payment.Register.Id,
        PosBusinessName = payment.Register.Business,
        PollingUrl = $"{baseUrl}/POS/Transaction/{payment.Id}?merchantAccessToken={payment.Token}",
    }) with
    { MerchantAccessToken = payment.Token };

    /// <summary>What a poll, a callback and a request of the legacy synchronous mode are told.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="payments">All of them: a journal tells of another one.</param>
    /// <param name="now">Lab time.</param>
    /// <param name="settings">What results hold, and when they are late.</param>
    public static TransactionResponse Polled(
        Payment payment, IReadOnlyDictionary<string, Payment> payments, DateTimeOffset now, SmartConnectSettings settings)
    {
        var data = Data(payment) with { Merchant = Merchant, RequestId = payment.Id };
        if (settings.ResultsNamePos)
        {
            data = data with
            {
                PosVendor = payment.Register.Vendor,
                PosRegisterId = payment.Register.Id,
                PosBusinessName = payment.Register.Business,
                Company = Company,
            };
        }

        if (payment.Result is { } result)
        {
            return Of(payment, "COMPLETED", Ended(data, payment, result, payments));
        }

        return Of(payment, "PENDING", now < payment.AcceptedAt + settings.DelayedAfter ? data : data with
        {
            TransactionResult = "OK-DELAYED",
            Result = "DELAYED-TRANSACTION",
            ResultText = settings.ResultsNamePos ? TakesLong : null,
        });
    }

    /// <summary>TransactionResult and Result of an outcome. Vendor: an offline device is CANCELLED and FAILED-INTERFACE.</summary>
    public static (string Transaction, string Result) Words(PaymentOutcome outcome) => outcome switch
    {
        PaymentOutcome.Accepted => ("OK-ACCEPTED", "OK"),
        PaymentOutcome.Declined => ("OK-DECLINED", "OK"),
        PaymentOutcome.Unavailable => ("OK-UNAVAILABLE", "OK"),
        PaymentOutcome.Cancelled => ("CANCELLED", "CANCELLED"),
        PaymentOutcome.Unreachable => ("CANCELLED", "FAILED-INTERFACE"),
        PaymentOutcome.Failed => ("FAILED", "FAILED"),
        PaymentOutcome.Unknown => ("FAILED-INTERFACE", "FAILED-INTERFACE"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "an outcome without words"),
    };

    private static TransactionResponse Of(Payment payment, string status, TransactionData data) =>
        new(payment.Id, LongStamp(payment.AcceptedAt), MerchantId, payment.Register.Device, status, data);

    private static TransactionData Data(Payment payment)
    {
        var amount = TransactionType.Find(payment.Type) is { IsFinancial: false } ? null : Cents(payment.Amount);
        return new()
        {
            AmountTotal = amount,
            AmountCash = payment.Details?.Cash is { } cash ? Cents(cash) : null,
            AmountAuth = payment.Type == "Card.Authorise" ? amount : null,
            AmountFinal = payment.Type == "Card.Finalise" ? amount : null,
            TransactionReference = payment.Details?.Reference,
            DeviceId = payment.Register.Device,
            Function = payment.Type,
            SaleData = payment.Result is null ? null : payment.Details?.SaleData,
        };
    }

    private static TransactionData Ended(
        TransactionData data, Payment payment, PaymentResult result, IReadOnlyDictionary<string, Payment> payments)
    {
        if (payment.Type == "Terminal.GetStatus" && result.Outcome == PaymentOutcome.Accepted)
        {
            return data with { Result = "OK", Status = "READY", Timestamp = Stamp(result.At) };
        }

        var subject = result.Subject is { } id ? payments.GetValueOrDefault(id) : null;
        if (payment.Type == "Journal.ReprintReceipt" && subject is { Result: { } printed })
        {
            return Ended(data, payment, result with { Subject = null }, payments) with
            {
                ReferenceId = result.Subject,
                Receipt = $"{Receipts.Duplicate}\n{Receipts.Of(subject, printed)}",
            };
        }

        // The last transaction as its own result had it, but for what only its sale got.
        if (subject is { Result: { } last })
        {
            return Ended(Data(subject), subject, last, payments) with
            {
                ReferenceId = subject.Id,
                Function = payment.Type,
                SaleData = null,
                Merchant = data.Merchant,
                RequestId = data.RequestId,
                Company = data.Company,
                PosVendor = data.PosVendor,
                PosRegisterId = data.PosRegisterId,
                PosBusinessName = data.PosBusinessName,
            };
        }

        var (transaction, words) = Words(result.Outcome);
        return data with
        {
            TransactionResult = transaction,
            Result = words,
            AmountTotal = data.AmountTotal is null ? null : Cents(payment.Amount + result.Added),
            AmountSurcharge = result.Report is { Surcharge: > 0 and var surcharge } ? Cents(surcharge) : null,
            AmountTip = result.Report is { Tip: > 0 and var tip } ? Cents(tip) : null,

            // The issuer gives one with an approval only.
            AuthId = result.Outcome == PaymentOutcome.Accepted ? result.Card?.AuthId : null,
            AcquirerRef = result.Card?.AcquirerRef,
            TerminalRef = result.Card?.TerminalRef,
            CardPan = Dotted(result.Card?.CardPan),
            CardType = result.Card?.CardType,
            AccountType = result.Card?.AccountType,
            Timestamp = Stamp(result.At),
            Receipt = Receipts.Of(payment, result),
        };
    }

    /// <summary>Vendor: "....0138".</summary>
    internal static string? Dotted(string? pan) => pan is null ? null : $"....{pan[^Math.Min(4, pan.Length)..]}";

    private static string Cents(long cents) => cents.ToString(CultureInfo.InvariantCulture);

    private static string Stamp(DateTimeOffset at) => at.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    /// <summary>18 digits, as in the vendor's example.</summary>
    private static string LongStamp(DateTimeOffset at) => at.ToString("yyyyMMddHHmmssffff", CultureInfo.InvariantCulture);

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(LabJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        options.MakeReadOnly();
        return options;
    }
}
