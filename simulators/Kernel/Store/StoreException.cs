namespace PairingLab.Kernel.Store;

/// <summary>The data folder can't be read or written; the message says which file and what would help.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
