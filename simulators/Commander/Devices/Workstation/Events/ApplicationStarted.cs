namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>The POS application runs; it looks for its Commander.</summary>
public sealed record ApplicationStarted() : IWorkstationEvent;
