namespace PairingLab.Sci.Core;

/// <summary>How far a pairing is.</summary>
public enum PairingStatus
{
    /// <summary>The terminal shows its code; no POS has sent it yet.</summary>
    Initial,

    /// <summary>A POS has sent the code; the merchant has not confirmed yet.</summary>
    Progressed,

    /// <summary>Confirmed on the terminal.</summary>
    Active,

    /// <summary>It was active, and was removed.</summary>
    Unpaired,

    /// <summary>Its time ran out before it was confirmed.</summary>
    Expired,

    /// <summary>It was cancelled before it was confirmed.</summary>
    Revoked,

    /// <summary>The merchant declined the confirmation code.</summary>
    Declined,
}
