using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Services;

/// <summary>Rules under the parameter names of the Access Control description.</summary>
public static class RuleNames
{
    /// <summary>MRS is down, or there is none: nobody knows whether enough was spent.</summary>
    public const string NoSpending = "MRS did not answer, so the spending is unknown";

    /// <summary>The acquirer is down: nobody knows whether the card is good.</summary>
    public const string NoCardStatus = "the acquirer did not answer, so the card's status is unknown";

    /// <summary>An administrator has suspended the enrollment of the card.</summary>
    public const string Suspended = "Card enrollment suspended";

    /// <summary>What a terminal says of a third party that is down; null when none is.</summary>
    public static string? OutageOf(string? outage) => outage switch
    {
        NoSpending => "The card's spending can't be checked at the moment. Try again later.",
        NoCardStatus => "The card's bank can't be reached at the moment. Try again later.",
        _ => null,
    };

    /// <summary>The name of a rule.</summary>
    public static string Of(Rule rule) => rule switch
    {
        Rule.NoRuleset => "no ruleset",
        Rule.Cooldown => "Cooldown period in minutes",
        Rule.TotalUsage => "Total number of usage",
        Rule.Rpm => "RPM ruleset",
        Rule.Spend => "Spend based control",
        Rule.UsagePerLocation => "Number of usage per each location",
        Rule.FreeEntries => "Number of free invitations",
        _ => "Number of paid invitations",
    };
}
