namespace PairingLab.Sci.Core;

/// <summary>A transaction on a terminal: a payment, a refund, or a settlement.</summary>
/// <param name="Id">A UUID.</param>
/// <param name="Pairing">The pairing that it came over.</param>
/// <param name="Terminal">The terminal's id.</param>
/// <param name="Order">What the POS has asked for.</param>
/// <param name="Amounts">What it comes to so far, with the tip and the surcharge of the terminal.</param>
/// <param name="Version">Counts its changes from 1; what a long poll waits for.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Message">What the POS is told of it.</param>
/// <param name="At">When it began, or ended.</param>
/// <param name="Until">When time ends it (under way) or lets it be forgotten (ended).</param>
public sealed record Transaction(
    string Id,
    string Pairing,
    string Terminal,
    TransactionOrder Order,
    Amounts Amounts,
    int Version,
    TransactionStage Stage,
    string Message,
    DateTimeOffset At,
    DateTimeOffset Until)
{
    /// <summary>The TID of the terminal.</summary>
    public string Tid { get; init; } = "";

    /// <summary>How it ended; null while it is under way.</summary>
    public TransactionResult? Result { get; init; }

    /// <summary>Whether the POS has asked for it to be cancelled.</summary>
    public bool CancelAsked { get; init; }

    /// <summary>What the terminal does about it by itself.</summary>
    public Plays Plays { get; init; }

    /// <summary>Why the bank declines it; null when nothing is known of a reason.</summary>
    public string? DeclineReason { get; init; }

    /// <summary>Whether the terminal has printed the customer's receipt.</summary>
    public bool CustomerCopyPrinted { get; init; }

    /// <summary>Whether it is under way and waits for the POS.</summary>
    public bool AwaitsPos => Stage is TransactionStage.TipOnPos or TransactionStage.SignatureOnPos or TransactionStage.TestForm;
}

/// <summary>How far a transaction is.</summary>
public enum TransactionStage
{
    /// <summary>The terminal has not taken it yet.</summary>
    New,

    /// <summary>The terminal asks the customer for a tip.</summary>
    TipOnTerminal,

    /// <summary>The POS is asked for a tip.</summary>
    TipOnPos,

    /// <summary>The terminal waits for the card; in a settlement, for the merchant.</summary>
    Card,

    /// <summary>The customer has signed, and the merchant judges the signature on the terminal.</summary>
    SignatureOnTerminal,

    /// <summary>The customer has signed, and the POS judges the signature.</summary>
    SignatureOnPos,

    /// <summary>The POS shows the form with every kind of element.</summary>
    TestForm,

    /// <summary>It has a result.</summary>
    Ended,
}

/// <summary>How a transaction ended.</summary>
public enum TransactionResult
{
    /// <summary>The card was charged.</summary>
    Approved,

    /// <summary>The bank said no.</summary>
    Declined,

    /// <summary>Somebody cancelled it before the card was charged.</summary>
    Cancelled,

    /// <summary>Nobody knows: the terminal was lost meanwhile.</summary>
    Unknown,
}

/// <summary>What a transaction is.</summary>
public enum TransactionType
{
    /// <summary>The customer pays.</summary>
    Purchase,

    /// <summary>The customer gets money back.</summary>
    Refund,

    /// <summary>The customer draws cash.</summary>
    Cashout,

    /// <summary>The customer pays and draws cash.</summary>
    PurchaseWithCashout,

    /// <summary>Mail order or telephone order: the merchant enters the card.</summary>
    Moto,

    /// <summary>The terminal's takings are settled.</summary>
    Settlement,

    /// <summary>The terminal's takings are told.</summary>
    Enquiry,
}

/// <summary>What a POS asks for.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Amounts">The amounts, as far as the POS gives them.</param>
public sealed record TransactionOrder(TransactionType Type, Amounts Amounts)
{
    /// <summary>Whether the POS gives the tip: then the terminal asks for none. Vendor: it overrides the terminal's setting.</summary>
    public bool TipGiven { get; init; }

    /// <summary>Whether the POS gives the surcharge: then the terminal adds none.</summary>
    public bool SurchargeGiven { get; init; }

    /// <summary>Who prints receipts and judges signatures.</summary>
    public ReceiptFlags Flags { get; init; } = new();

    /// <summary>The day of an enquiry; null for what is not settled yet.</summary>
    public DateOnly? EnquiryDate { get; init; }

    /// <summary>Whether it is about the takings, and not a transaction of a customer.</summary>
    public bool IsSettlement => Type is TransactionType.Settlement or TransactionType.Enquiry;
}

/// <summary>Who prints receipts and judges signatures.</summary>
public sealed record ReceiptFlags
{
    /// <summary>The terminal prints the merchant's receipt, and not the POS.</summary>
    public bool PrintMerchantReceipt { get; init; }

    /// <summary>The terminal asks the customer about a receipt.</summary>
    public bool PromptCustomerReceipt { get; init; }

    /// <summary>The merchant judges the signature on the terminal, and not on the POS.</summary>
    public bool VerifySignatureOnTerminal { get; init; }

    /// <summary>The POS prints the receipt to be signed by itself, and not at a button.</summary>
    public bool PosAutoPrintSignatureReceipt { get; init; }
}

/// <summary>The parts of an amount; cents.</summary>
public sealed record Amounts
{
    /// <summary>Nothing.</summary>
    public static readonly Amounts None = new();

    /// <summary>What was bought; tip and surcharge are never in it.</summary>
    public long Purchase { get; init; }

    /// <summary>The tip.</summary>
    public long Tip { get; init; }

    /// <summary>The surcharge for paying by card.</summary>
    public long Surcharge { get; init; }

    /// <summary>The cash that the customer draws.</summary>
    public long Cashout { get; init; }

    /// <summary>What the customer gets back.</summary>
    public long Refund { get; init; }

    /// <summary>A mail order or telephone order.</summary>
    public long Moto { get; init; }

    /// <summary>What goes over the card. A refund has no other part.</summary>
    public long Total => Purchase + Tip + Surcharge + Cashout + Refund + Moto;

    /// <summary>Both together.</summary>
    public static Amounts operator +(Amounts left, Amounts right) => new()
    {
        Purchase = left.Purchase + right.Purchase,
        Tip = left.Tip + right.Tip,
        Surcharge = left.Surcharge + right.Surcharge,
        Cashout = left.Cashout + right.Cashout,
        Refund = left.Refund + right.Refund,
        Moto = left.Moto + right.Moto,
    };
}
