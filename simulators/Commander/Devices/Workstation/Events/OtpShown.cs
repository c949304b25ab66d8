namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>It shows the Site Security OTP.</summary>
public sealed record OtpShown(string Otp) : IWorkstationEvent;
