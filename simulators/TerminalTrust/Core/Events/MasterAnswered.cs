namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>What master answers; null when it serves.</summary>
public sealed record MasterAnswered(RejectionReason? Reason) : IServerEvent;
