namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A terminal does not wait for an upgrade slot any more.</summary>
public sealed record QueueLeft(string Serial) : IServerEvent;
