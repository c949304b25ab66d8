namespace PairingLab.Drivers.Panels;

/// <summary>A field as seen: its label, what stands in it, and whether it takes input.</summary>
public sealed record FieldReading(string Name, string Value, bool Enabled);
