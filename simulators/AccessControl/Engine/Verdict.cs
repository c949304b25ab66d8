namespace PairingLab.AccessControl.Engine;

/// <summary>What becomes of a tap.</summary>
public enum Verdict
{
    /// <summary>Nobody gets in.</summary>
    Refused,

    /// <summary>The cardholder gets in for nothing.</summary>
    Free,

    /// <summary>The cardholder gets in for the fee.</summary>
    Paid,
}
