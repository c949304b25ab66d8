namespace PairingLab.Reports.Evidence;

/// <summary>What a scenario left behind.</summary>
public sealed record ScenarioEvidence
{
    /// <summary>The feature file, relative to the feature root, with forward slashes.</summary>
    public required string FeaturePath { get; init; }

    /// <summary>The feature's name.</summary>
    public required string Feature { get; init; }

    /// <summary>The rule it stands under, if any.</summary>
    public string? Rule { get; init; }

    /// <summary>The name with the example's values put in.</summary>
    public required string Name { get; init; }

    /// <summary>The line of the scenario, or of its row of examples; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>Its tags and those it inherits, each with its @.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The values of its row of examples.</summary>
    public IReadOnlyList<ExampleArgument> Arguments { get; init; } = [];

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why it was skipped.</summary>
    public string? Reason { get; init; }

    /// <summary>What went wrong, when it failed.</summary>
    public ScenarioError? Error { get; init; }

    /// <summary>When it began, wall time.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>When it ended, wall time.</summary>
    public DateTimeOffset Finished { get; init; }

    /// <summary>When it began, lab time; null when it had no lab clock.</summary>
    public DateTimeOffset? LabStarted { get; init; }

    /// <summary>When it ended, lab time.</summary>
    public DateTimeOffset? LabFinished { get; init; }

    /// <summary>Its steps, those of the background first.</summary>
    public IReadOnlyList<StepEvidence> Steps { get; init; } = [];

    /// <summary>What was seen outside every step: before the first, or after the last (a screenshot of the failure).</summary>
    public IReadOnlyList<Seen> Around { get; init; } = [];
}
