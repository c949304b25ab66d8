namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A terminal has not been served for long: it is offline.</summary>
public sealed record SessionEnded(string Serial) : IServerEvent;
