namespace PairingLab.Commander.Api;

/// <summary>Its answer: the session, and until when the OTP may be entered.</summary>
public sealed record BeginPairingResponse(string Session, DateTimeOffset EnterUntil);
