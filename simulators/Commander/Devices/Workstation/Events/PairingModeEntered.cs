namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>From the next boot on it pairs before it sells.</summary>
public sealed record PairingModeEntered() : IWorkstationEvent;
