namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>The Commander refused the OTP.</summary>
public sealed record PairingRefused(int Attempt) : IWorkstationCommand;
