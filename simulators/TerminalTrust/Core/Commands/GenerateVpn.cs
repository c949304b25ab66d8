namespace PairingLab.TerminalTrust.Core.Commands;

/// <summary>A VPN configuration is generated in CAS; a new one replaces the old one.</summary>
public sealed record GenerateVpn(string Serial, string Key) : IServerCommand;
