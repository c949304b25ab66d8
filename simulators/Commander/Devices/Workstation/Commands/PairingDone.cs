namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>The Commander answered with a certificate, and proved that it knows the OTP.</summary>
public sealed record PairingDone(int Attempt, DateTimeOffset TrustedUntil) : IWorkstationCommand;
