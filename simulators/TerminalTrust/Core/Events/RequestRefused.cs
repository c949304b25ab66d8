namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>The operator has refused a fingerprint.</summary>
public sealed record RequestRefused(RequestKey Request) : IServerEvent;
