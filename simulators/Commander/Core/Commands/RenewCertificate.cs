namespace PairingLab.Commander.Core.Commands;

/// <summary>A workstation asks over its link for a new certificate.</summary>
public sealed record RenewCertificate(string Workstation, string Thumbprint, string NewThumbprint, DateTimeOffset NotAfter) : ICommanderCommand;
