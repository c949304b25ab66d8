namespace PairingLab.Sci.Core;

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
