namespace PairingLab.Features.Support.Certification;

/// <summary>The POS breaks the rule that is checked; the message says how.</summary>
public sealed class RuleFailedException(string message) : Exception(message);
