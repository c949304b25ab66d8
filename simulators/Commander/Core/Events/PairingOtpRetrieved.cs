namespace PairingLab.Commander.Core.Events;

/// <summary>A Configuration Client was shown the Pairing OTP.</summary>
public sealed record PairingOtpRetrieved(string SessionId, string Otp) : ICommanderEvent;
