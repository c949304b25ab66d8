namespace PairingLab.Drivers.Serial;

/// <summary>How a wait for a display went.</summary>
internal sealed class WaitOutcome(DisplayLinkCounts before)
{
    /// <summary>What had come before it.</summary>
    public DisplayLinkCounts Before { get; } = before;

    /// <summary>Lab time it took.</summary>
    public TimeSpan Passed { get; set; }

    /// <summary>Lab time at its end in which nothing came.</summary>
    public TimeSpan Quiet { get; set; }
}
