namespace PairingLab.Reports.Evidence;

/// <summary>A field of a panel, what stood in it, and whether it took input.</summary>
public sealed record SeenField(string Name, string Value, bool Enabled);
