namespace PairingLab.TerminalTrust.Core;

/// <summary>Something asked of a server.</summary>
public interface IServerCommand;
