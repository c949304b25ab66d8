namespace PairingLab.Commander.Core.Events;

/// <summary>A certificate ended unrenewed.</summary>
public sealed record CertificateExpired(string Workstation, DateTimeOffset At) : ICommanderEvent;
