namespace PairingLab.Drivers.Bench;

/// <summary>What a device of a bench is, which decides how a scenario reaches it.</summary>
public enum DeviceWay
{
    /// <summary>The lab's own simulator plays it.</summary>
    Simulated,

    /// <summary>A real one, reached over its serial line or its web page.</summary>
    Real,

    /// <summary>A real one, worked by the person at the bench.</summary>
    Operator,
}
