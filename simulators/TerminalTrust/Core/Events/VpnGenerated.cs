namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A terminal has a VPN configuration.</summary>
public sealed record VpnGenerated(string Serial, string Key) : IServerEvent;
