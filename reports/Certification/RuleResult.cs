namespace PairingLab.Reports.Certification;

/// <summary>A rule's result in one attempt, with its evidence.</summary>
public sealed record RuleResult
{
    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>How much it is demanded.</summary>
    public Demand Demand { get; init; }

    /// <summary>What it came to.</summary>
    public required RuleVerdict Verdict { get; init; }

    /// <summary>Why; "" for a rule that passed.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What was done and found, one line each, in order.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>What the POS asked of SCI meanwhile.</summary>
    public IReadOnlyList<RequestSeen> Requests { get; init; } = [];

    /// <summary>What the POS showed at the end.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>The screenshot's file, relative to the report; null without one.</summary>
    public string? Picture { get; init; }
}
