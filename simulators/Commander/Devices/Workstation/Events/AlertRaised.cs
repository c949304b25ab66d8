namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>An alert stands from now on.</summary>
public sealed record AlertRaised(PairingAlert Alert) : IWorkstationEvent;
