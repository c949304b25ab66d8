namespace PairingLab.Reports.Evidence;

/// <summary>A step and everything that was seen while it ran.</summary>
public sealed record StepEvidence
{
    /// <summary>Given, When, Then, And, But or *.</summary>
    public required string Keyword { get; init; }

    /// <summary>The text with the example's values put in.</summary>
    public required string Text { get; init; }

    /// <summary>Its table, row by row, the header first.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Table { get; init; }

    /// <summary>Its doc string.</summary>
    public string? DocString { get; init; }

    /// <summary>How it ended.</summary>
    public required StepOutcome Outcome { get; init; }

    /// <summary>When it began, wall time; null when it did not run.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>How long it took, in wall milliseconds.</summary>
    public double WallMs { get; init; }

    /// <summary>When it began, lab time.</summary>
    public DateTimeOffset? LabStarted { get; init; }

    /// <summary>When it ended, lab time.</summary>
    public DateTimeOffset? LabFinished { get; init; }

    /// <summary>What was seen in it, in order.</summary>
    public IReadOnlyList<Seen> Seen { get; init; } = [];
}

/// <summary>How a step ended.</summary>
public enum StepOutcome
{
    /// <summary>It did what it says.</summary>
    Passed,

    /// <summary>It threw; the scenario's error says what.</summary>
    Failed,

    /// <summary>It did not run, because a step before it failed or the scenario was skipped.</summary>
    Skipped,

    /// <summary>No step definition is bound to its text.</summary>
    Undefined,
}
