namespace PairingLab.Commander.Core;

/// <summary>Why a Commander refuses.</summary>
public enum Refusal
{
    /// <summary>The session is unknown, signed out or was left alone too long.</summary>
    NotSignedIn,

    /// <summary>User or password is wrong.</summary>
    WrongPassword,

    /// <summary>The user is locked after too many wrong passwords.</summary>
    UserLocked,

    /// <summary>The role lacks the Site Security function.</summary>
    NotAllowed,

    /// <summary>Site Security is locked after too many wrong OTPs.</summary>
    SiteSecurityLocked,

    /// <summary>No Site Security OTP is on the display: none generated, used, or run out.</summary>
    NoSiteOtp,

    /// <summary>Another Site Security OTP is on the display.</summary>
    WrongSiteOtp,

    /// <summary>Site Security has not been opened by an OTP in this session.</summary>
    SiteSecurityClosed,

    /// <summary>The Pairing Service is not running.</summary>
    ServiceNotRunning,

    /// <summary>Another workstation has the pairing session.</summary>
    AnotherIsPairing,

    /// <summary>Only Verifone POS workstations are paired (seed: "will not work with third-party POS systems").</summary>
    ThirdPartyPos,

    /// <summary>No workstation has pressed [Pair POS], or its minute is over.</summary>
    NothingToRetrieve,

    /// <summary>The pairing session is over or never was.</summary>
    SessionOver,

    /// <summary>The Pairing OTP was entered wrongly; it is burnt.</summary>
    WrongPairingOtp,

    /// <summary>The Commander does not trust this workstation (never paired, or revoked).</summary>
    NotTrusted,

    /// <summary>The certificate has run out.</summary>
    CertificateExpired,

    /// <summary>The certificate is not yet due for renewal.</summary>
    NotYetDue,

    /// <summary>The software to upgrade to is not newer than what runs.</summary>
    NotNewer,
}
