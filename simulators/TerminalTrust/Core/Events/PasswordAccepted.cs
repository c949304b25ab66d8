namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A user is signed in, or must give a code yet.</summary>
public sealed record PasswordAccepted(string User, bool AwaitsCode, DateTimeOffset At) : IServerEvent;
