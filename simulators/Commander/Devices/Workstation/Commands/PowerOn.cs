namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>Power is there.</summary>
public sealed record PowerOn() : IWorkstationCommand;
