namespace PairingLab.Reports.Evidence;

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
