namespace PairingLab.Commander.Core.Events;

/// <summary>The Pairing Service runs, or runs anew.</summary>
public sealed record PairingServiceStarted(DateTimeOffset Until, DateTimeOffset EndBy) : ICommanderEvent;
