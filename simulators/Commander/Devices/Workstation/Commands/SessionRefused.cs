namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>The Commander refused a pairing session.</summary>
public sealed record SessionRefused(int Attempt, string Code) : IWorkstationCommand;
