namespace PairingLab.Commander.Api;

/// <summary>Body of <c>POST /config/site-security</c>: the four digits read from the status display.</summary>
public sealed record SiteOtpRequest(string Otp);
