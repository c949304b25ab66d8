namespace PairingLab.AccessControl.Engine;

/// <summary>Free entries, and how many at most in the period; null for unlimited.</summary>
public sealed record FreeEntries(int? Most);
