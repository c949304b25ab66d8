namespace PairingLab.Drivers.Panels;

/// <summary>A button as seen: its name and whether it can be pressed.</summary>
public sealed record ButtonReading(string Name, bool Enabled);
