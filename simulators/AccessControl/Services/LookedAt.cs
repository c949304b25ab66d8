using System.Text.Json;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Services;

/// <summary>A ruleset that was looked at for an operation, and what it said.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name at that time.</param>
/// <param name="Reason">What it said.</param>
public sealed record LookedAt(long Id, string Name, string Reason)
{
    /// <summary>With more of them a page would help nobody.</summary>
    private const int Most = 50;

    /// <summary>A ruleset that applied.</summary>
    public static LookedAt Of(Ruleset ruleset, Decision decision, bool isSpendingUnknown) => new(ruleset.Id, ruleset.Name,
        decision.Verdict switch
        {
            Verdict.Free => "lets the cardholder in for free",
            Verdict.Paid => "lets the cardholder in for a fee",
            _ when decision.Rule == Rule.Spend && isSpendingUnknown => $"refuses: {RuleNames.Of(decision.Rule)}; {RuleNames.NoSpending}",
            _ => $"refuses: {RuleNames.Of(decision.Rule)}",
        });

    /// <summary>The rulesets that did not apply, with what kept each from it.</summary>
    public static IEnumerable<LookedAt> NotApplicable(RuleBook rules, OperationRow operation, ulong pan, DateTimeOffset at) =>
        rules.Rulesets.Take(Most).Select(r => (r, Why: rules.WhyNot(r, pan, operation.Product, operation.LocationId, at)))
            .Where(l => l.Why is not null).Select(l => new LookedAt(l.r.Id, l.r.Name, $"does not apply: {l.Why}"));

    /// <summary>The text in the database; null for none.</summary>
    public static string? ToText(List<LookedAt> looked) => looked.Count == 0 ? null : JsonSerializer.Serialize(looked, LabJson.Options);

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    public static IReadOnlyList<LookedAt> Read(string? text) =>
        text is null ? [] : JsonSerializer.Deserialize<List<LookedAt>>(text, LabJson.Options)!;
}
