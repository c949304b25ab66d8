namespace PairingLab.SmartConnect.Core;

/// <summary>Why something is refused: by the core, or by the API before the core sees it.</summary>
public enum Refusal
{
    /// <summary>A code that is unknown, dead or used.</summary>
    InvalidCode,

    /// <summary>Too many invalid codes came from this address.</summary>
    TooManyGuesses,

    /// <summary>The register is not paired, or not with this business and vendor.</summary>
    NotPaired,

    /// <summary>A finalisation names no approved authorisation, or one that is finalised already.</summary>
    NoSuchAuthorisation,

    /// <summary>The device has a payment, and the site does not queue.</summary>
    DeviceBusy,

    /// <summary>There is no such transaction.</summary>
    NoSuchPayment,

    /// <summary>The token is of no or of another transaction.</summary>
    WrongToken,

    /// <summary>The token has run out.</summary>
    TokenExpired,

    /// <summary>Polled again too early.</summary>
    PolledTooFast,

    /// <summary>The device has to sign on (again).</summary>
    NotSignedOn,

    /// <summary>Other hardware has signed on with the same internal id since.</summary>
    Replaced,

    /// <summary>The register is not paired with this device.</summary>
    NotItsRegister,

    /// <summary>The device has not fetched this payment, or has said already how it ended.</summary>
    NotItsPayment,

    /// <summary>The internal id or the serial number of a device is invalid.</summary>
    BadDevice,

    /// <summary>A device does not say which register to unpair.</summary>
    BadRequest,

    /// <summary>A device can't say that a payment ended so.</summary>
    BadOutcome,

    /// <summary>The card number is not masked.</summary>
    BadCard,

    /// <summary>A device can't play that.</summary>
    BadPlays,

    /// <summary>What a device says of tip, surcharge or reason is invalid.</summary>
    BadReport,
}
