namespace PairingLab.Sci.Core;

/// <summary>Why SCI refuses.</summary>
public enum Refusal
{
    /// <summary>SCI integration guide: Missing pairing_code or invalid value.</summary>
    InvalidRequest,

    /// <summary>SCI integration guide: Invalid Pairing API Secret Key.</summary>
    ApiKeyInvalid,

    /// <summary>SCI integration guide: Authorization header missing.</summary>
    ApiKeyMissing,

    /// <summary>SCI integration guide: Terminal not connected to an authorised tenant.</summary>
    PairingRouteForbidden,

    /// <summary>SCI integration guide: Test key used against a live environment.</summary>
    TestApiKeyForbiddenForLivePairing,

    /// <summary>SCI integration guide: Pairing code not found.</summary>
    PairingNotFound,

    /// <summary>Too many unknown pairing codes came from this address.</summary>
    TooManyGuesses,

    /// <summary>SCI integration guide: Pairing already progressed, expired, or revoked.</summary>
    PairingNotInitial,

    /// <summary>The signature does not verify, or its clock is off.</summary>
    NoValidSignaturesFound,

    /// <summary>The pairing is gone, or not yet confirmed.</summary>
    NoActivePairingsFound,

    /// <summary>There is no such route.</summary>
    NotFound,

    /// <summary>The terminal is not connected.</summary>
    DeviceNotConnected,

    /// <summary>There is no such transaction of this pairing.</summary>
    TransactionNotFound,

    /// <summary>Nothing newer came of a transaction while it was waited for: ask again at once.</summary>
    TransactionNotFoundWithinTimeout,

    /// <summary>The terminal is busy.</summary>
    TransactionRefused,

    /// <summary>Terminal: it is busy with a transaction or something of its own, so it can't pair.</summary>
    TerminalBusy,

    /// <summary>Terminal: there is nothing to confirm, decline, cancel, unpair, answer or finish any more.</summary>
    NothingToDo,

    /// <summary>Terminal: SCI does not know it.</summary>
    TerminalUnknown,
}
