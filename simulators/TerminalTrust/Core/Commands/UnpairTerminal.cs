namespace PairingLab.TerminalTrust.Core.Commands;

/// <summary>Unpair in the terminal list's action menu.</summary>
public sealed record UnpairTerminal(string Serial) : IServerCommand;
