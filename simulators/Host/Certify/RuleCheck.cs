namespace PairingLab.Host.Certify;

/// <summary>A rule and its check, which throws <see cref="RuleFailedException"/> when the POS breaks the rule.</summary>
internal sealed record RuleCheck(string Rule, Func<Stage, Task> Check);
