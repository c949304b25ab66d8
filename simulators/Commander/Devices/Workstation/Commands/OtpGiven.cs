namespace PairingLab.Commander.Devices.Workstation.Commands;

/// <summary>The Commander generated a Site Security OTP for this register.</summary>
public sealed record OtpGiven(string Otp) : IWorkstationCommand;
