namespace PairingLab.Commander.Core.Events;

/// <summary>A certificate nears its end; its renewal is due.</summary>
public sealed record RenewalScheduled(string Workstation, DateTimeOffset At) : ICommanderEvent;
