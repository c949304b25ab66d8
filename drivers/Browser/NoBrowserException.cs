namespace PairingLab.Drivers.Browser;

/// <summary>There is no browser, or not where it is said to be; the message says how to get one.</summary>
public sealed class NoBrowserException(string message) : Exception(message);
