namespace PairingLab.Sci.Core;

/// <summary>Why SCI refuses.</summary>
public enum Refusal
{
    /// <summary>Seed: Missing pairing_code or invalid value.</summary>
    InvalidRequest,

    /// <summary>Seed: Invalid Pairing API Secret Key.</summary>
    ApiKeyInvalid,

    /// <summary>Seed: Authorization header missing.</summary>
    ApiKeyMissing,

    /// <summary>Seed: Terminal not connected to an authorised tenant.</summary>
    PairingRouteForbidden,

    /// <summary>Seed: Test key used against a live environment.</summary>
    TestApiKeyForbiddenForLivePairing,

    /// <summary>Seed: Pairing code not found.</summary>
    PairingNotFound,

    /// <summary>Seed: Pairing already progressed, expired, or revoked.</summary>
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

    /// <summary>The terminal is busy.</summary>
    TransactionRefused,

    /// <summary>Terminal: it is busy with a transaction or something of its own, so it can't pair.</summary>
    TerminalBusy,

    /// <summary>Terminal: there is nothing to confirm, decline, cancel, unpair or finish any more.</summary>
    NothingToDo,

    /// <summary>Terminal: SCI does not know it.</summary>
    TerminalUnknown,
}
