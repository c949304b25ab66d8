namespace PairingLab.Features.Sci.Certification;

/// <summary>Where the POS under certification stands.</summary>
internal enum PosPosition
{
    /// <summary>Nobody knows; it must be brought to its beginning.</summary>
    Unknown,

    /// <summary>No pairing; the pairing section is open.</summary>
    Unpaired,

    /// <summary>The confirmation code is on both screens.</summary>
    UnderWay,

    /// <summary>The test of the pairing has just succeeded.</summary>
    JustPaired,

    /// <summary>Paired; the pairing section is open.</summary>
    Paired,

    /// <summary>Paired, and where sales are made.</summary>
    Selling,

    /// <summary>A transaction has ended, and its result is on the screen.</summary>
    Ended,
}
