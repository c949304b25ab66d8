namespace PairingLab.AccessControl.Storage;

/// <summary>The terminal is not paired with that key any more: nothing is done for it.</summary>
public sealed class NotPairedException(string serial) : Exception($"{serial} is not paired with this key");
