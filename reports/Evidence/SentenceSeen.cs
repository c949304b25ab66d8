namespace PairingLab.Reports.Evidence;

/// <summary>A sentence that came over a serial line.</summary>
public sealed record SentenceSeen : Seen
{
    /// <summary>The device's id.</summary>
    public required string Device { get; init; }

    /// <summary>The sentence as it came.</summary>
    public required string Text { get; init; }

    /// <summary>What is wrong with it; null when it is sound.</summary>
    public string? Note { get; init; }
}
