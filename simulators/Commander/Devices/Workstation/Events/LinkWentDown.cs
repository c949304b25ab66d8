namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>The trusted link is down.</summary>
public sealed record LinkWentDown() : IWorkstationEvent;
