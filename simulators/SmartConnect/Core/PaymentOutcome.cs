namespace PairingLab.SmartConnect.Core;

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
