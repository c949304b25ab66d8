namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>It asks the Commander for a pairing session.</summary>
public sealed record SessionAsked(int Attempt) : IWorkstationEvent;
