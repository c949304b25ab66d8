namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>Nothing but the passing of time.</summary>
public sealed record PassTime() : IWorkstationCommand;
