namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>Auto Upgrade begins.</summary>
public sealed record UpgradeStarted(string Base) : IWorkstationEvent;
