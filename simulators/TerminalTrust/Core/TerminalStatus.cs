namespace PairingLab.TerminalTrust.Core;

/// <summary>The states of CAS's terminal list (protocol page).</summary>
public enum TerminalStatus
{
    /// <summary>Paired and served.</summary>
    Online,

    /// <summary>Paired and not heard of.</summary>
    Offline,

    /// <summary>Set out of service in CAS.</summary>
    Inactive,

    /// <summary>Paired, and rejected when it was last heard of.</summary>
    Rejected,

    /// <summary>No fingerprint is trusted.</summary>
    Unpaired,
}
