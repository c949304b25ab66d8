namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>Auto Upgrade is over; the Commander's trust could be fetched or not.</summary>
public sealed record UpgradeEnded(bool ReadyToPair) : IWorkstationCommand;
