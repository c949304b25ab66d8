namespace PairingLab.Commander.Core.Events;

/// <summary>A workstation has a new certificate; the old one is no longer good.</summary>
public sealed record CertificateRenewed(string Workstation, string Thumbprint, DateTimeOffset At, DateTimeOffset NotAfter) : ICommanderEvent;
