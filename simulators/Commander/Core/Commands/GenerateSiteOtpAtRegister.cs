namespace PairingLab.Commander.Core.Commands;

/// <summary>Maintenance Menu, option 10, at a paired register.</summary>
public sealed record GenerateSiteOtpAtRegister(string Workstation, string Thumbprint, string Code) : ICommanderCommand;
