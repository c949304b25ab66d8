namespace PairingLab.TerminalTrust.Tests.Exploration;

/// <summary>Something that must always hold does not.</summary>
public sealed class BrokenInvariantException(string message) : Exception(message);
