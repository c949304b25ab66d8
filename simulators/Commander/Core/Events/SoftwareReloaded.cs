namespace PairingLab.Commander.Core.Events;

/// <summary>Everything is gone.</summary>
public sealed record SoftwareReloaded() : ICommanderEvent;
