namespace PairingLab.AccessControl.Services;

/// <summary>What became of an offline entry.</summary>
/// <param name="LocalId">The device's own id of it.</param>
/// <param name="Status">ACCEPTED, DUPLICATE or REJECTED.</param>
/// <param name="Reason">Why it was rejected; null when it was not.</param>
public sealed record ReportedEntry(string? LocalId, string Status, string? Reason = null);
