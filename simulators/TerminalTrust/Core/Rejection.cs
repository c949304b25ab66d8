namespace PairingLab.TerminalTrust.Core;

/// <summary>The last rejection of a terminal.</summary>
public sealed record Rejection(RejectionReason Reason, DateTimeOffset At);
