namespace PairingLab.Drivers.Certification;

/// <summary>A POS description can't be used; the message names the file, the place, and what would be right.</summary>
public sealed class PosDescriptionException(string message, Exception? inner = null) : Exception(message, inner);
