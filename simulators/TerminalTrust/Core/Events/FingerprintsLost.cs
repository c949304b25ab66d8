namespace PairingLab.TerminalTrust.Core.Events;

/// <summary>No fingerprint is stored any more.</summary>
public sealed record FingerprintsLost : IServerEvent;
