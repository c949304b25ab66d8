using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Services;

/// <summary>Rules by the names that the seed gives the parameters.</summary>
public static class RuleNames
{
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
