namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>What became of a sale.</summary>
public sealed record SaleEnded(string Outcome) : IWorkstationEvent;
