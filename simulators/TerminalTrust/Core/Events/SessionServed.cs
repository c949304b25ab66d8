namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>Master has served a terminal.</summary>
public sealed record SessionServed(string Serial, bool ThroughVpn, DateTimeOffset At) : IServerEvent;
