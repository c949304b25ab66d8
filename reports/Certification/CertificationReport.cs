using System.Text.Json.Serialization;
using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Certification;

/// <summary>A certification: one version of a product, and every attempt.</summary>
/// <param name="Product">The POS.</param>
/// <param name="Version">Its version.</param>
/// <param name="Rules">What was asked of it in the last attempt, so that the file speaks for itself.</param>
/// <param name="Attempts">The oldest first; the last one counts.</param>
public sealed record CertificationReport(
    string Product, string Version, IReadOnlyList<CertificationRule> Rules, IReadOnlyList<Attempt> Attempts)
{
    /// <summary>The number of the certificate; the same for all attempts of one report.</summary>
    public string Number { get; init; } = "";

    /// <summary>Who applies for the certification: the maker of the POS. "" when nobody said.</summary>
    public string Applicant { get; init; } = "";

    /// <summary>The laboratory that certifies. "" when nobody said.</summary>
    public string Lab { get; init; } = "";

    /// <summary>Which rules these are; null in a report of an earlier version of the lab.</summary>
    public RuleSet? RuleSet { get; init; }

    /// <summary>The attempt that counts.</summary>
    [JsonIgnore]
    public Attempt Last => Attempts[^1];
}

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

    /// <summary>The SHA-256 sum of the description's bytes.</summary>
    public string DescriptionSum { get; init; } = "";

    /// <summary>How the POS was reached: its page and the browser. "" when it was not.</summary>
    public string Reached { get; init; } = "";

    /// <summary>What the maker declares that the POS supports, in a line. "" in a report of an earlier version of the lab.</summary>
    public string Declared { get; init; } = "";

    /// <summary>The declaration's file, relative to the report; null when nothing was declared.</summary>
    public string? Capabilities { get; init; }

    /// <summary>The operating system of the machine on which the lab ran.</summary>
    public string Machine { get; init; } = "";

    /// <summary>What took part, and whether each was real.</summary>
    public required IReadOnlyList<DeviceEvidence> Devices { get; init; }

    /// <summary>Every rule.</summary>
    public required IReadOnlyList<RuleResult> Results { get; init; }

    /// <summary>
    /// What the attempt came to: a mandatory rule that failed is the POS's; one that could not be judged, or that a person must judge,
    /// leaves it undecided.
    /// </summary>
    public Outcome Verdict =>
        Mandatory.Any(r => r.Verdict == RuleVerdict.Failed) ? Outcome.Failed
        : Mandatory.Any(r => r.Verdict is RuleVerdict.Error or RuleVerdict.NotTested or RuleVerdict.Review) ? Outcome.Error
        : Outcome.Passed;

    private IEnumerable<RuleResult> Mandatory => Results.Where(r => r.Level == RequirementLevel.Mandatory);
}
