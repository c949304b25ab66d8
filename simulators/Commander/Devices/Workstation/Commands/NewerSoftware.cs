namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>The Commander runs newer software: Auto Upgrade.</summary>
public sealed record NewerSoftware(string Base) : IWorkstationCommand;
