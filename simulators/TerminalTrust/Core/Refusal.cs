namespace PairingLab.TerminalTrust.Core;

/// <summary>Why something asked at CAS, or a package asked at gate, is not done.</summary>
public enum Refusal
{
    /// <summary>Nobody is signed in, or the code is still to be given.</summary>
    NotSignedIn,

    /// <summary>Only a user with two-factor sign-in may approve.</summary>
    TwoFactorNeeded,

    /// <summary>The user name or the password is wrong.</summary>
    WrongPassword,

    /// <summary>The code is wrong, or was used before.</summary>
    WrongCode,

    /// <summary>Too many wrong passwords or codes.</summary>
    UserLocked,

    /// <summary>This is no serial number.</summary>
    BadSerial,

    /// <summary>The terminal stands in CAS already.</summary>
    AlreadyThere,

    /// <summary>No terminal has this serial number.</summary>
    NoSuchTerminal,

    /// <summary>The pairing request is gone.</summary>
    NoSuchRequest,

    /// <summary>Two of the requests are for one terminal, or two terminals show one fingerprint.</summary>
    Ambiguous,

    /// <summary>The terminal is not paired, and nobody asks under its serial number.</summary>
    NothingToUnpair,

    /// <summary>A package is for a terminal that was told to fetch it.</summary>
    NoUpgrade,
}
