namespace PairingLab.Reports.Evidence;

/// <summary>What a person at the bench was asked, and the answer.</summary>
public sealed record AttestationSeen : Seen
{
    /// <summary>The device that it is about.</summary>
    public required string Device { get; init; }

    /// <summary>What the lab asked.</summary>
    public required string Question { get; init; }

    /// <summary>What the person answered, or that nobody did.</summary>
    public required string Answer { get; init; }
}
