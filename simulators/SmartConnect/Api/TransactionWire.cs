using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PairingLab.Kernel.Web;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Api;

/// <summary>Payments put into the vendor's words.</summary>
internal static class TransactionWire
{
    /// <summary>One merchant a site. Lab's choice.</summary>
    private const string Merchant = "PAIRINGLAB-1";

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

    /// <summary>What a poll is told.</summary>
    public static TransactionResponse Polled(Payment payment, DateTimeOffset now, TimeSpan delayedAfter) => payment.Result is { } result
        ? Of(payment, "COMPLETED", Ended(Data(payment), payment, result))
        : Of(payment, "PENDING", Data(payment) with { TransactionResult = now >= payment.AcceptedAt + delayedAfter ? "OK-DELAYED" : null });

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
        new(payment.Id, Stamp(payment.AcceptedAt), Merchant, payment.Register.Device, status, data);

    private static TransactionData Data(Payment payment) => new()
    {
        AmountTotal = payment.Amount.ToString(CultureInfo.InvariantCulture),
        DeviceId = payment.Register.Device,
        Function = payment.Type,
    };

    private static TransactionData Ended(TransactionData data, Payment payment, PaymentResult result)
    {
        var (transaction, words) = Words(result.Outcome);
        return data with
        {
            TransactionResult = transaction,
            Result = words,
            AuthId = result.Card?.AuthId,
            AcquirerRef = result.Card?.AcquirerRef,
            TerminalRef = result.Card?.TerminalRef,
            CardPan = result.Card?.CardPan,
            CardType = result.Card?.CardType,
            AccountType = result.Card?.AccountType,
            Timestamp = Stamp(result.At),
            Receipt = Receipt(payment, result, transaction),
        };
    }

    private static string Receipt(Payment payment, PaymentResult result, string transaction)
    {
        var amount = (payment.Amount / 100m).ToString("0.00", CultureInfo.InvariantCulture);
        string[] card = result.Card is { } c ? [$"{c.CardType} {c.CardPan}", $"AUTH {c.AuthId}"] : [];
        return string.Join('\n', [payment.Register.Business, payment.Type, .. card, $"TOTAL {amount}", transaction, Stamp(result.At)]);
    }

    private static string Stamp(DateTimeOffset at) => at.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(LabJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        options.MakeReadOnly();
        return options;
    }
}
