namespace PairingLab.Drivers.Wire;

/// <summary>The lab has no device of that id.</summary>
public sealed class UnknownDeviceException(string message, Exception? inner = null) : Exception(message, inner);
