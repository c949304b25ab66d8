namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>A renewed certificate is in place.</summary>
public sealed record CertificateIssued(DateTimeOffset TrustedUntil) : IWorkstationCommand;
