namespace PairingLab.Commander.Devices.Workstation.Events;

/// <summary>It asks the Commander for a Site Security OTP.</summary>
public sealed record OtpAsked() : IWorkstationEvent;
