namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>The operator has approved a fingerprint: the terminal is paired.</summary>
public sealed record TerminalPaired(string Serial, string Fingerprint, DateTimeOffset At) : IServerEvent;
