namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>What a register says. The seed quotes no text of a register but "Ready to submit Transactions": the others are the lab's.</summary>
public static class RegisterTexts
{
    /// <summary>Seed: "the pairing process is now complete and the Register is ready to submit Transactions!"</summary>
    public const string Paired = "The pairing process is now complete and the Register is ready to submit Transactions!";

    /// <summary>[Pair], and no answer.</summary>
    public const string NoAnswer = "SmartConnect does not answer. Check the network and try again.";

    /// <summary>[Purchase], and no answer: it may have been accepted.</summary>
    public const string NotKnownWhetherAccepted = "SmartConnect does not answer. Look at the payment device before you try again: the payment may have got through.";

    /// <summary>While the request is sent.</summary>
    public const string Sending = "Please wait...";

    /// <summary>While the transaction is pending.</summary>
    public const string Pending = "Waiting for the payment device...";

    /// <summary>OK-ACCEPTED.</summary>
    public const string Approved = "Approved";

    /// <summary>OK-DECLINED.</summary>
    public const string Declined = "Declined";

    /// <summary>CANCELLED.</summary>
    public const string Cancelled = "Cancelled at the payment device";

    /// <summary>CANCELLED with FAILED-INTERFACE.</summary>
    public const string Offline = "The payment device is offline. Nothing was charged.";

    /// <summary>OK-UNAVAILABLE.</summary>
    public const string Unavailable = "The payment device does not have this function.";

    /// <summary>Anything else: the sale must be checked.</summary>
    public const string NotKnown = "The outcome is not known. Look at the payment device.";

    /// <summary>An amount that is none.</summary>
    public const string BadAmount = "Enter an amount such as 12.50.";

    /// <summary>Settings with an empty field.</summary>
    public const string BadSettings = "Fill in every field. Two registers can't have the same ID.";
}
