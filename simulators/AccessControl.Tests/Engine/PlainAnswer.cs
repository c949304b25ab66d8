using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Tests.Engine;

/// <summary>A decision, as the plain rules and the engine are compared.</summary>
internal sealed record PlainAnswer(string Verdict, long Ruleset, Rule Rule, int? FreeLeft, int? PaidLeft, int MaxAdults, int MaxChildren)
{
    public static PlainAnswer Of(Decision d) =>
        new(d.Verdict.ToString().ToLowerInvariant(), d.Ruleset?.Id ?? 0, d.Rule, d.FreeLeft, d.PaidLeft, d.MaxAdults, d.MaxChildren);
}
