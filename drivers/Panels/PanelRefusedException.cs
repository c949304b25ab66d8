namespace PairingLab.Drivers.Panels;

/// <summary>The panel has no such button or field, or it is dead; the message names those that are there.</summary>
public sealed class PanelRefusedException(string message) : Exception(message);
