namespace PairingLab.Sci.Core;

/// <summary>Texts of SCI's API: of the vendor where they are public, else the lab's.</summary>
public static class Texts
{
    /// <summary>Vendor: a transaction that the terminal has not taken yet.</summary>
    public const string WaitingForTerminal = "Waiting for terminal to accept transaction";

    /// <summary>Lab: the terminal has taken it.</summary>
    public const string WaitingForCard = "Waiting for the customer's card";

    /// <summary>Lab: the customer has signed.</summary>
    public const string CheckSignature = "Check the customer's signature";

    /// <summary>Lab: the end of a transaction.</summary>
    public static string Ended(TransactionResult result) => result switch
    {
        TransactionResult.Approved => "Transaction approved",
        TransactionResult.Declined => "Transaction declined",
        TransactionResult.Cancelled => "Transaction cancelled",
        _ => "The result of the transaction is unknown; check the terminal",
    };
}
