namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>A terminal is out of service, or in service again.</summary>
public sealed record ActiveSet(string Serial, bool Active) : IServerEvent;
