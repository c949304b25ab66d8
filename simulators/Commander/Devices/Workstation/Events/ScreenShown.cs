namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>Another screen.</summary>
public sealed record ScreenShown(WorkstationScreen Screen, DateTimeOffset? Until, string? Message = null) : IWorkstationEvent;
