namespace PairingLab.Commander.Core.Events;

/// <summary>The right OTP opened Site Security for a session.</summary>
public sealed record SiteSecurityOpened(string SignInId) : ICommanderEvent;
