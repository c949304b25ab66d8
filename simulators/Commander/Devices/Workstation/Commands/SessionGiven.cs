namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>The Commander gave a pairing session.</summary>
public sealed record SessionGiven(int Attempt, string Session, DateTimeOffset EnterUntil) : IWorkstationCommand;
