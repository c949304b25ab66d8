namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>It is paired.</summary>
public sealed record Paired(DateTimeOffset TrustedUntil, DateTimeOffset RenewFrom) : IWorkstationEvent;
