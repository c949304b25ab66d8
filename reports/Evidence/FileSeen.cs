namespace PairingLab.Reports.Evidence;

/// <summary>A file that belongs to the evidence: a screenshot, a trace.</summary>
public sealed record FileSeen : Seen
{
    /// <summary>Its name in the evidence's files folder, as <see cref="EvidenceFolder.KeepFile"/> gave it.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows.</summary>
    public string Caption { get; init; } = "";
}
