namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>The trusted link is up.</summary>
public sealed record LinkCameUp() : IWorkstationEvent;
