namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A terminal waits for an upgrade slot, or still does.</summary>
public sealed record QueueJoined(string Serial, DateTimeOffset At) : IServerEvent;
