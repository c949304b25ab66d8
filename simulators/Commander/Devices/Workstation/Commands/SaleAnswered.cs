namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>The Commander took a sale, or could not be reached.</summary>
public sealed record SaleAnswered(bool Taken) : IWorkstationCommand;
