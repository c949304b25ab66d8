namespace PairingLab.TerminalTrust.Core;

/// <summary>What gate answers.</summary>
public enum GateState
{
    /// <summary>The firmware is too old.</summary>
    UpgradeRequired,

    /// <summary>All upgrade slots are taken.</summary>
    Wait,

    /// <summary>The operator has not decided.</summary>
    Pending,

    /// <summary>The fingerprint is trusted.</summary>
    Paired,

    /// <summary>Go away.</summary>
    Rejected,
}
