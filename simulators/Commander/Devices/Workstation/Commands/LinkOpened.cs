namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>The trusted link is up.</summary>
public sealed record LinkOpened() : IWorkstationCommand;
