namespace PairingLab.Reports.Certification;

/// <summary>What a check of a rule came to.</summary>
public enum RuleVerdict
{
    /// <summary>The POS keeps the rule.</summary>
    Passed,

    /// <summary>The POS breaks the rule.</summary>
    Failed,

    /// <summary>The rule does not concern this POS, for the reason given.</summary>
    NotApplicable,

    /// <summary>It could not be tried: something that it needs did not come about.</summary>
    NotTested,

    /// <summary>The lab's fault, not the POS's.</summary>
    Error,
}
