namespace PairingLab.TerminalTrust.Core.Commands;

/// <summary>The user gives a code; null for one that is wrong, else the time step that it belongs to (RFC 6238).</summary>
public sealed record GiveCode(long? TimeStep) : IServerCommand;
