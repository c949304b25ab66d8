namespace PairingLab.Commander.Core.Events;

/// <summary>The OTP left the display: used, burnt or run out.</summary>
public sealed record SiteOtpEnded() : ICommanderEvent;
