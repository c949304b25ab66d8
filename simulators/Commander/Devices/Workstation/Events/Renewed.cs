namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>It has a new certificate.</summary>
public sealed record Renewed(DateTimeOffset TrustedUntil, DateTimeOffset RenewFrom) : IWorkstationEvent;
