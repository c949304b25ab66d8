namespace PairingLab.TerminalTrust.Api;

/// <summary>Master serves the terminal; mode 0 is normal service.</summary>
public sealed record StatusResponse(int Mode);
