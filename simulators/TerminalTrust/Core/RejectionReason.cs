namespace PairingLab.TerminalTrust.Core;

/// <summary>Why a terminal is rejected; the numbers go over the wire (protocol page).</summary>
public enum RejectionReason
{
    /// <summary>No other one. Lab's choice: a terminal that was set inactive.</summary>
    Unknown = 0,

    /// <summary>Its serial number does not stand in CAS.</summary>
    NotRegistered = 1,

    /// <summary>Its fingerprint was not approved.</summary>
    NotPaired = 2,

    /// <summary>The server has no exchange rate.</summary>
    NoExchangeRate = 3,

    /// <summary>It comes from an address that is not on the IP whitelist.</summary>
    IpWhitelist = 4,

    /// <summary>Another certificate is trusted under this serial number.</summary>
    FingerprintMismatch = 5,

    /// <summary>It is outside opening hours.</summary>
    OutsideOpeningHours = 6,
}
