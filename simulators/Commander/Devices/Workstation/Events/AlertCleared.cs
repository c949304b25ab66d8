namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>The Commander trusts it again.</summary>
public sealed record AlertCleared() : IWorkstationEvent;
