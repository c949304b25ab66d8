namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A terminal, or somebody under its serial number, was rejected.</summary>
public sealed record TerminalRejected(string Serial, RejectionReason Reason, DateTimeOffset At) : IServerEvent;
