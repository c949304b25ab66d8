namespace PairingLab.TerminalTrust.Core.Commands;

/// <summary>A terminal asks master for its mode.</summary>
public sealed record AskStatus(string Fingerprint, string Address, bool ThroughVpn) : IServerCommand;
