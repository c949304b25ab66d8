namespace PairingLab.TerminalTrust.Api;

/// <summary>Master rejects the terminal (403); the reason's number.</summary>
public sealed record ReasonResponse(int Reason);
