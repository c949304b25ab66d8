namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>The Commander does not trust this workstation, or is another one.</summary>
public sealed record TrustRefused() : IWorkstationCommand;
