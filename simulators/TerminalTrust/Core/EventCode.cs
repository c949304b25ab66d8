namespace PairingLab.TerminalTrust.Core;

/// <summary>The rows of CAS's event list; the numbers are the protocol page's.</summary>
public enum EventCode
{
    /// <summary>A terminal that was silent is heard again.</summary>
    Started = 2,

    /// <summary>Master serves a terminal.</summary>
    Connected = 3,

    /// <summary>A terminal's upgrade was started.</summary>
    UpgradeStarted = 9,

    /// <summary>It came back with the new firmware.</summary>
    UpgradeDone = 10,

    /// <summary>It has stopped in the middle.</summary>
    UpgradeFailed = 11,
}
