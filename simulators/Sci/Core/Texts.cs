namespace PairingLab.Sci.Core;

/// <summary>Texts of SCI's API: of the vendor where they are public, else the lab's.</summary>
public static class Texts
{
    /// <summary>Vendor: a transaction that the terminal has not taken yet.</summary>
    public const string WaitingForTerminal = "Waiting for terminal to accept transaction";

    /// <summary>Lab: the terminal has taken it.</summary>
    public const string WaitingForCard = "Waiting for the customer's card";

    /// <summary>Lab: the terminal has taken a settlement or an enquiry.</summary>
    public const string Settling = "Waiting for the terminal's totals";

    /// <summary>Lab: the terminal asks for a tip.</summary>
    public const string WaitingForTip = "Waiting for the customer's tip";

    /// <summary>Lab: the POS is asked for a tip.</summary>
    public const string EnterTip = "Enter the customer's tip";

    /// <summary>Lab: the customer has signed.</summary>
    public const string CheckSignature = "Check the customer's signature";

    /// <summary>Lab: the customer has signed, and the terminal does the rest.</summary>
    public const string SignatureOnTerminal = "Check the customer's signature on the terminal";

    /// <summary>Lab: the form with every kind of element.</summary>
    public const string FillIn = "Fill in the form";

    /// <summary>Lab: the POS has asked for it to be cancelled.</summary>
    public const string Cancelling = "Cancelling the transaction";

    /// <summary>Lab: what was typed is not a tip.</summary>
    public static string NoTipAmount(string typed) => $"Enter the customer's tip: “{typed}” is not an amount of money such as 1.50";

    /// <summary>Lab: a form has come.</summary>
    public static string Received(IReadOnlyDictionary<string, string> inputs) =>
        $"Received {string.Join(", ", inputs.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => $"{i.Key}={i.Value}"))}".Trim();

    /// <summary>Lab: the end of a transaction.</summary>
    public static string Ended(Transaction t, TransactionResult result) => (result, t.Order.IsSettlement) switch
    {
        (TransactionResult.Approved, false) => "Transaction approved",
        (TransactionResult.Approved, true) => $"{Title(t.Order.Type)} complete",
        (TransactionResult.Declined, _) when t.DeclineReason is { } reason => $"Transaction declined: {reason}",
        (TransactionResult.Declined, _) => "Transaction declined",
        (TransactionResult.Cancelled, _) => "Transaction cancelled",
        _ => "The result of the transaction is unknown; check the terminal",
    };

    /// <summary>What a kind of transaction is called.</summary>
    public static string Title(TransactionType type) => type switch
    {
        TransactionType.Purchase => "Purchase",
        TransactionType.Refund => "Refund",
        TransactionType.Cashout => "Cash out",
        TransactionType.PurchaseWithCashout => "Purchase with cash out",
        TransactionType.Moto => "MOTO purchase",
        TransactionType.Settlement => "Settlement",
        _ => "Settlement enquiry",
    };
}
