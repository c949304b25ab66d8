namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>The trusted link broke, or cannot be made now.</summary>
public sealed record LinkLost() : IWorkstationCommand;
