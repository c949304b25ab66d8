namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>Nobody answered on the network.</summary>
public sealed record NoAnswer(int Attempt) : IWorkstationCommand;
