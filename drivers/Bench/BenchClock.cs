namespace PairingLab.Drivers.Bench;

/// <summary>How lab time passes on a bench.</summary>
public enum BenchClock
{
    /// <summary>Only when a scenario lets it; every device must be simulated.</summary>
    Stepped,

    /// <summary>As on the wall.</summary>
    Real,
}
