namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A user has signed in with two factors.</summary>
public sealed record CodeAccepted(long TimeStep, DateTimeOffset At) : IServerEvent;
