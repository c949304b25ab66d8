namespace PairingLab.Host.Certify;

/// <summary>The POS breaks the rule that is checked; the message says how.</summary>
internal sealed class RuleFailedException(string message) : Exception(message);
