namespace PairingLab.Features.Support.Certification;

/// <summary>What a rule's check needs did not come about, so the rule is not tested; the message says what.</summary>
public sealed class NotReachedException(string message, Exception? inner = null) : Exception(message, inner);
