namespace PairingLab.Commander.Core.Events;

/// <summary>Nobody is trusted any more.</summary>
public sealed record AllTrustRevoked() : ICommanderEvent;
