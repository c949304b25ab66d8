namespace PairingLab.Reports.Evidence;

/// <summary>How a scenario, or a whole run, ended.</summary>
public enum Outcome
{
    /// <summary>Everything was as it should be.</summary>
    Passed,

    /// <summary>The product is wrong.</summary>
    Failed,

    /// <summary>The lab is wrong: its configuration, the bench or the test.</summary>
    Error,

    /// <summary>It was left out, for a reason that is given.</summary>
    Skipped,
}
