namespace PairingLab.Commander.Core.Events;

/// <summary>A workstation is trusted.</summary>
public sealed record WorkstationPaired(string Workstation, string Thumbprint, DateTimeOffset At, DateTimeOffset NotAfter) : ICommanderEvent;
