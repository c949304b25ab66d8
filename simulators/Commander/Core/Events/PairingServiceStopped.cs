namespace PairingLab.Commander.Core.Events;

/// <summary>The Pairing Service stopped; it must be restarted.</summary>
public sealed record PairingServiceStopped() : ICommanderEvent;
