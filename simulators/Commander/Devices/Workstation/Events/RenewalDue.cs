namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>Its certificate nears its end; from now on it asks for a new one.</summary>
public sealed record RenewalDue() : IWorkstationEvent;
