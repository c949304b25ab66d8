namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>A message of the system.</summary>
public sealed record MessageGiven(string Text) : IWorkstationEvent;
