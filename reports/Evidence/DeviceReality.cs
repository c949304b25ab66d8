namespace PairingLab.Reports.Evidence;

/// <summary>What stood behind a device of the bench.</summary>
public enum DeviceReality
{
    /// <summary>The lab's own reference implementation.</summary>
    Simulated,

    /// <summary>A physical or foreign device.</summary>
    Real,

    /// <summary>A device worked by a person whom the lab asked.</summary>
    Operator,
}
