namespace PairingLab.TerminalTrust.Core.Commands;

/// <summary>The server was migrated: it keeps its keys and its terminals, but not the stored fingerprints (protocol page).</summary>
public sealed record LoseFingerprints : IServerCommand;
