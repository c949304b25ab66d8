namespace PairingLab.TerminalTrust.Core;

/// <summary>Something that has happened at a server.</summary>
public interface IServerEvent;
