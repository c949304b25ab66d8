namespace PairingLab.AccessControl.Engine;

/// <summary>What a location offers. Seed: "We currently support Fast Line and Lounge".</summary>
public enum Service
{
    /// <summary>A quicker way through.</summary>
    FastLine,

    /// <summary>A lounge.</summary>
    Lounge,
}
