namespace PairingLab.TerminalTrust.Core;

/// <summary>A terminal that waits for an upgrade slot.</summary>
public sealed record WaitingTerminal(string Serial, DateTimeOffset LastAsked);
