namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>It starts up.</summary>
public sealed record Booted(DateTimeOffset Until) : IWorkstationEvent;
