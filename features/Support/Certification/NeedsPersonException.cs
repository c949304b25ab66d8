namespace PairingLab.Features.Support.Certification;

/// <summary>What the lab can see is in order, and the rest of the rule is a person's to judge; the message says what.</summary>
public sealed class NeedsPersonException(string message) : Exception(message);
