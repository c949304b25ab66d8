namespace PairingLab.TerminalTrust.Core;

/// <summary>A row of the event list.</summary>
public sealed record LoggedEvent(DateTimeOffset At, string Serial, EventCode Code);
