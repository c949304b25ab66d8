namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>It gives the pairing session up and tells the Commander.</summary>
public sealed record SessionGivenUp(string Session) : IWorkstationEvent;
