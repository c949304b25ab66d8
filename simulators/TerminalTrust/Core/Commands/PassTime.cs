namespace PairingLab.TerminalTrust.Core.Commands;

/// <summary>Nothing but the passing of time.</summary>
public sealed record PassTime : IServerCommand;
