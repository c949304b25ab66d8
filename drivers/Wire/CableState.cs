namespace PairingLab.Drivers.Wire;

/// <summary>What a cable does to what goes through it.</summary>
public enum CableState
{
    /// <summary>Carries everything.</summary>
    Connected,

    /// <summary>Carries nothing.</summary>
    Cut,

    /// <summary>Carries everything, late.</summary>
    Slow,

    /// <summary>Loses some of it.</summary>
    Lossy,
}
