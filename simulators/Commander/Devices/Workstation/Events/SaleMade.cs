namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>A sale goes to the Commander.</summary>
public sealed record SaleMade() : IWorkstationEvent;
