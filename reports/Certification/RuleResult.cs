using System.Text.Json.Serialization;

namespace PairingLab.Reports.Certification;

/// <summary>A rule's result in one attempt, with its evidence.</summary>
public sealed record RuleResult
{
    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>How binding it is.</summary>
    [JsonPropertyName("demand")]
    public RequirementLevel Level { get; init; }

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

/// <summary>What a check of a rule came to.</summary>
public enum RuleVerdict
{
    /// <summary>The POS keeps the rule.</summary>
    Passed,

    /// <summary>The POS breaks the rule.</summary>
    Failed,

    /// <summary>The POS breaks a rule that is not mandatory.</summary>
    Warning,

    /// <summary>What the lab can see is in order; the rest is a person's to judge.</summary>
    Review,

    /// <summary>The rule does not concern this POS, for the reason given.</summary>
    NotApplicable,

    /// <summary>It could not be tried: something that it needs did not come about.</summary>
    NotTested,

    /// <summary>The lab's fault, not the POS's.</summary>
    Error,
}

/// <summary>A request that the POS made, as SCI heard it, secrets taken out.</summary>
public sealed record RequestSeen(string Server, string Method, string Path, int Status, string? Body, string? Answer);
