namespace PairingLab.Drivers.Panels;

/// <summary>A panel did not come to show what was waited for; the message says what was last seen.</summary>
public sealed class PanelTimeoutException(string message) : Exception(message);
