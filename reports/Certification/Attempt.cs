using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Certification;

/// <summary>One time that the rules were tried.</summary>
public sealed record Attempt
{
    /// <summary>Its number in the report, from 1.</summary>
    public int Number { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Who did it.</summary>
    public required string Tester { get; init; }

    /// <summary>The version of the lab.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The POS description.</summary>
    public required string Description { get; init; }

    /// <summary>What took part, and whether each was real.</summary>
    public required IReadOnlyList<DeviceEvidence> Devices { get; init; }

    /// <summary>Every rule.</summary>
    public required IReadOnlyList<RuleResult> Results { get; init; }

    /// <summary>What the attempt came to: a mandatory rule that failed is the POS's; one that could not be judged is the lab's.</summary>
    public Outcome Verdict =>
        Mandatory.Any(r => r.Verdict == RuleVerdict.Failed) ? Outcome.Failed
        : Mandatory.Any(r => r.Verdict is RuleVerdict.Error or RuleVerdict.NotTested) ? Outcome.Error
        : Outcome.Passed;

    private IEnumerable<RuleResult> Mandatory => Results.Where(r => r.Demand == Demand.Mandatory);
}
