namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>It has the pairing session.</summary>
public sealed record SessionHeld(string Session) : IWorkstationEvent;
