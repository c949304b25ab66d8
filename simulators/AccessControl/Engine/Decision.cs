namespace PairingLab.AccessControl.Engine;

/// <summary>What the engine decides, with the ruleset and the rule that decided.</summary>
/// <param name="Verdict">Free, paid or refused.</param>
/// <param name="Ruleset">The ruleset; null when none applies or the location's cooldown refused.</param>
/// <param name="Rule">The rule.</param>
/// <param name="FreeLeft">Free entries left, this one not yet taken off; null for unlimited.</param>
/// <param name="PaidLeft">Paid entries left, this one not yet taken off; null for unlimited.</param>
/// <param name="MaxAdults">The most adult guests at this entry.</param>
/// <param name="MaxChildren">The most children at this entry.</param>
public readonly record struct Decision(
    Verdict Verdict, Ruleset? Ruleset, Rule Rule, int? FreeLeft = 0, int? PaidLeft = 0, int MaxAdults = 0, int MaxChildren = 0)
{
    /// <summary>The fee of a paid entry; null when it is free or refused.</summary>
    public Price? Fee => Verdict == Verdict.Paid ? Ruleset!.Cardholder.Paid!.Fee : null;
}
