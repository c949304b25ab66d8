namespace PairingLab.Drivers.StandIns;

/// <summary>There is nothing here to play third parties with; the message says what is missing.</summary>
public sealed class StandInMissingException(string message, Exception? inner = null) : Exception(message, inner);
