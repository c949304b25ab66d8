namespace PairingLab.Commander.Core.Events;

/// <summary>An OTP is on the status display; an older one is gone.</summary>
public sealed record SiteOtpGenerated(string Code, DateTimeOffset At, DateTimeOffset Until) : ICommanderEvent;
