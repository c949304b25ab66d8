namespace PairingLab.Reports.Evidence;

/// <summary>A two-digit display as it was (bit 0 = a … bit 6 = g, bit 7 = decimal point).</summary>
public sealed record DisplaySeen : Seen
{
    /// <summary>The device's id.</summary>
    public required string Device { get; init; }

    /// <summary>The segments of the left digit.</summary>
    public byte Left { get; init; }

    /// <summary>The segments of the right digit.</summary>
    public byte Right { get; init; }
}
