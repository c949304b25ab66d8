namespace PairingLab.AccessControl.Engine;

/// <summary>The rule that decided: a parameter of a ruleset or a location.</summary>
public enum Rule
{
    /// <summary>No ruleset applies.</summary>
    NoRuleset,

    /// <summary>The location's cooldown period.</summary>
    Cooldown,

    /// <summary>"Total number of usage".</summary>
    TotalUsage,

    /// <summary>"RPM ruleset".</summary>
    Rpm,

    /// <summary>"Spend based control".</summary>
    Spend,

    /// <summary>"Number of usage per each location".</summary>
    UsagePerLocation,

    /// <summary>"Number of free invitations" of the cardholder.</summary>
    FreeEntries,

    /// <summary>"Number of paid invitations" of the cardholder.</summary>
    PaidEntries,
}
