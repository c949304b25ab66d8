namespace PairingLab.Drivers.Operator;

/// <summary>Nobody answered within the time limit: the lab's error, not the product's.</summary>
public sealed class NotAnsweredException(string message) : Exception(message);
