namespace PairingLab.Commander.Core.Events;

/// <summary>A wrong Site Security OTP; it may have locked Site Security.</summary>
public sealed record SiteOtpWasWrong(WrongTries Tries) : ICommanderEvent;
