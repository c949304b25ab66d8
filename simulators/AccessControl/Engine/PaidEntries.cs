namespace PairingLab.AccessControl.Engine;

/// <summary>Paid entries: the fee of one, and how many at most in the period; null for unlimited.</summary>
public sealed record PaidEntries(Price Fee, int? Most);
