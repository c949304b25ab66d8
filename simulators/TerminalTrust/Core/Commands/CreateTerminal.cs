namespace PairingLab.TerminalTrust.Core.Commands;

/// <summary>A terminal is created in CAS under its serial number.</summary>
public sealed record CreateTerminal(string Serial) : IServerCommand;
