namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A terminal said hello.</summary>
public sealed record TerminalHeard(string Serial, string Firmware, DateTimeOffset At) : IServerEvent;
