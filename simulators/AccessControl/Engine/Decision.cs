namespace PairingLab.AccessControl.Engine;

/// <summary>The decision of the engine, with the ruleset and the rule behind it.</summary>
/// <param name="Verdict">Free, paid or refused.</param>
/// <param name="Ruleset">The ruleset; null when none applies or the location's cooldown refused.</param>
/// <param name="Rule">The rule.</param>
/// <param name="FreeLeft">Free entries left before this one; null for unlimited.</param>
/// <param name="PaidLeft">Paid entries left before this one; null for unlimited.</param>
/// <param name="MaxAdults">The most adult guests at this entry.</param>
/// <param name="MaxChildren">The most children at this entry.</param>
public readonly record struct Decision(
    Verdict Verdict, Ruleset? Ruleset, Rule Rule, int? FreeLeft = 0, int? PaidLeft = 0, int MaxAdults = 0, int MaxChildren = 0)
{
    /// <summary>The fee of a paid entry; null when it is free or refused.</summary>
    public Price? Fee => Verdict == Verdict.Paid ? Ruleset!.Cardholder.Paid!.Fee : null;
}

/// <summary>The outcome of a tap.</summary>
public enum Verdict
{
    /// <summary>The cardholder may not enter.</summary>
    Refused,

    /// <summary>The cardholder enters for free.</summary>
    Free,

    /// <summary>The cardholder enters and pays the fee.</summary>
    Paid,
}

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
