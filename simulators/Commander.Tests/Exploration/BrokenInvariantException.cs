namespace PairingLab.Commander.Tests.Exploration;

/// <summary>Something that must always hold did not.</summary>
internal sealed class BrokenInvariantException(string sentence) : Exception(sentence);
