namespace PairingLab.Commander.Core;

/// <summary>Somebody signed in at a Configuration Client.</summary>
/// <param name="Id">The session's secret id.</param>
/// <param name="User">The user's name.</param>
/// <param name="MayUseSiteSecurity">Whether the role has the Site Security function.</param>
/// <param name="LastSeen">The last thing done in this session.</param>
/// <param name="SiteSecurityOpen">Whether a Site Security OTP has opened Site Security.</param>
public sealed record SignIn(string Id, string User, bool MayUseSiteSecurity, DateTimeOffset LastSeen, bool SiteSecurityOpen);
