namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A row of the event list.</summary>
public sealed record Logged(string Serial, EventCode Code, DateTimeOffset At) : IServerEvent;
