namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>It proves that it knows the OTP.</summary>
public sealed record OtpSubmitted(int Attempt, string Session, string Otp) : IWorkstationEvent;
