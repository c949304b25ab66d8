namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A terminal stands in CAS.</summary>
public sealed record TerminalCreated(string Serial) : IServerEvent;
