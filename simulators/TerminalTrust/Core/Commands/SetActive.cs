namespace PairingLab.TerminalTrust.Core.Commands;

/// <summary>A terminal is taken out of service, or back into it.</summary>
public sealed record SetActive(string Serial, bool Active) : IServerCommand;
