namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>What came of comparing a typed code with a fingerprint.</summary>
/// <param name="Part">0 for the whole, 1 to 4 for a piece; null when it does not match.</param>
public sealed record CasComparison(int? Part);
