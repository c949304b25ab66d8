using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PairingLab.SmartConnect.Core;

/// <summary>A transaction that a register asked for.</summary>
/// <param name="Id">The transaction id.</param>
/// <param name="Number">Counts up in the order in which the server received them.</param>
/// <param name="Token">The merchant access token: what it is polled with.</param>
/// <param name="Register">The register as it was when the payment was accepted.</param>
/// <param name="Type">Transaction type, "Card.Purchase".</param>
/// <param name="Amount">Cents; 0 when it has none.</param>
/// <param name="AcceptedAt">When the server received it.</param>
/// <param name="Details">What else the register sent; null when nothing.</param>
public sealed record Payment(
    string Id,
    long Number,
    string Token,
    PairedRegister Register,
    string Type,
    long Amount,
    DateTimeOffset AcceptedAt,
    PaymentDetails? Details = null)
{
    /// <summary>The serial number of the device that fetched it; null while it is in the queue.</summary>
    public string? TakenBy { get; init; }

    /// <summary>How it ended; null while it is pending.</summary>
    public PaymentResult? Result { get; init; }

    /// <summary>The calls of the POS that were made.</summary>
    public ImmutableList<CallbackAttempt> Attempts { get; init; } = [];

    /// <summary>When the POS is called next; null when it is not, or is being called.</summary>
    public DateTimeOffset? CallAt { get; init; }

    /// <summary>The last poll that was answered. Forgotten with the server's power.</summary>
    [JsonIgnore]
    public DateTimeOffset? PolledAt { get; init; }
}

/// <summary>What a transaction request may hold besides its amount.</summary>
/// <param name="Cash">AmountCash, a part of the amount.</param>
/// <param name="Reference">TransactionReference.</param>
/// <param name="SaleData">Comes back in the transaction's own result.</param>
/// <param name="CallbackUrl">PosNotificationCallbackUrl.</param>
public sealed record PaymentDetails(long? Cash = null, string? Reference = null, string? SaleData = null, string? CallbackUrl = null);

/// <summary>A call of the POS at its PosNotificationCallbackUrl.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Status">HTTP status; 0 for no answer.</param>
/// <param name="Error">Why there is no answer; null when there is one.</param>
public sealed record CallbackAttempt(DateTimeOffset At, int Status, string? Error)
{
    /// <summary>Whether the POS has taken it.</summary>
    [JsonIgnore]
    public bool IsDone => Status is >= 200 and < 300;
}

/// <summary>The end of a payment.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="At">When.</param>
/// <param name="Card">What the device read from the card and heard from the acquirer; null for nothing.</param>
/// <param name="Report">What else the device said; null for nothing.</param>
public sealed record PaymentResult(
    PaymentOutcome Outcome, DateTimeOffset At, CardDetails? Card = null, OutcomeReport? Report = null)
{
    /// <summary>Of a journal request: the transaction that it tells of.</summary>
    public string? Subject { get; init; }

    /// <summary>Of a settlement: what it told.</summary>
    public SettlementTotals? Totals { get; init; }

    /// <summary>What the device added to the amount.</summary>
    [JsonIgnore]
    public long Added => (Report?.Surcharge ?? 0) + (Report?.Tip ?? 0);
}

/// <summary>What a device says of the card and of the acquirer's answer; null for what it does not know. The number is masked.</summary>
public sealed record CardDetails(
    string? AuthId, string? AcquirerRef, string? TerminalRef, string? CardPan, string? CardType, string? AccountType);

/// <summary>What a device says of a payment besides the card.</summary>
/// <param name="Surcharge">Cents that it added.</param>
/// <param name="Tip">Cents that the customer added.</param>
/// <param name="Reason">Why it was declined; it stands in the receipt only.</param>
/// <param name="IsSigned">Whether the receipt has a line for a signature.</param>
public sealed record OutcomeReport(long Surcharge = 0, long Tip = 0, string? Reason = null, bool IsSigned = false);

/// <summary>What a device has taken since the last cutover; amounts in cents.</summary>
public sealed record SettlementTotals(int Purchases, long Purchased, int Refunds, long Refunded, long Cash, long Tips, long Surcharges)
{
    /// <summary>Nothing.</summary>
    public static readonly SettlementTotals None = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>The totals with a payment that has ended.</summary>
    public SettlementTotals With(Payment payment, PaymentResult result)
    {
        if (result.Outcome != PaymentOutcome.Accepted || TransactionType.Find(payment.Type) is not { IsFinancial: true } type)
        {
            return this;
        }

        var (cash, report) = (payment.Details?.Cash ?? 0, result.Report ?? new());
        return type switch
        {
            { Name: "Card.Authorise" } => this,
            { Name: "Card.CashAdvance" } => this with { Cash = Cash + payment.Amount },
            { IsRefund: true } => this with { Refunds = Refunds + 1, Refunded = Refunded + payment.Amount },
            _ => this with
            {
                Purchases = Purchases + 1,
                Purchased = Purchased + payment.Amount - cash,
                Cash = Cash + cash,
                Tips = Tips + report.Tip,
                Surcharges = Surcharges + report.Surcharge,
            },
        };
    }
}

/// <summary>How a payment ended.</summary>
public enum PaymentOutcome
{
    /// <summary>Approved.</summary>
    Accepted,

    /// <summary>Declined by the issuer.</summary>
    Declined,

    /// <summary>Cancelled at the device.</summary>
    Cancelled,

    /// <summary>The device does not have this function.</summary>
    Unavailable,

    /// <summary>The device tried and failed.</summary>
    Failed,

    /// <summary>The device was offline: it never got the payment.</summary>
    Unreachable,

    /// <summary>The hardware that fetched it was swapped out: nobody knows how it ended.</summary>
    Unknown,
}
