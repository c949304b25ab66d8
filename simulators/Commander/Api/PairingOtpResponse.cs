namespace PairingLab.Commander.Api;

/// <summary>Answer to <c>POST /config/pairing-otp</c>: the six characters.</summary>
public sealed record PairingOtpResponse(string Otp);
