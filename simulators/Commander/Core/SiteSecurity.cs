namespace PairingLab.Commander.Core;

/// <summary>Configuration Client, Security > Site Security: the One-Time Password that opens it.</summary>
internal static class SiteSecurity
{
    public static IEnumerable<ICommanderEvent> Decide(
        CommanderState state, GenerateSiteOtp c, DateTimeOffset now, CommanderSettings settings) =>
        WhyNotAllowed(state, c.SignInId) is { } reason ? [new Refused(reason)]
        : state.WrongSiteOtps.LockedAt(now) ? [new SignInUsed(c.SignInId, now), new Refused(Refusal.SiteSecurityLocked)]
        :
        [
            new SignInUsed(c.SignInId, now),
            new SiteOtpGenerated(c.Code, now, now + settings.SiteOtpLifetime),
            .. OtpMail.Of(state, state.SignIns[c.SignInId].User, c.Code, now + settings.SiteOtpLifetime),
        ];

    public static IEnumerable<ICommanderEvent> Decide(
        CommanderState state, GenerateSiteOtpAtRegister c, DateTimeOffset now, CommanderSettings settings) =>
        Trust.WhyNot(state, c.Workstation, c.Thumbprint, now) is { } reason ? [new Refused(reason)]
        : state.WrongSiteOtps.LockedAt(now) ? [new Refused(Refusal.SiteSecurityLocked)]
        : [new SiteOtpGenerated(c.Code, now, now + settings.SiteOtpLifetime)];

    public static CommanderState Apply(CommanderState state, SiteOtpGenerated e) => state with { SiteOtp = new(e.Code, e.At, e.Until) };

    public static IEnumerable<ICommanderEvent> Decide(CommanderState state, EnterSiteOtp c, DateTimeOffset now, CommanderSettings settings)
    {
        if (WhyNotAllowed(state, c.SignInId) is { } reason)
        {
            return [new Refused(reason)];
        }

        var used = new SignInUsed(c.SignInId, now);
        if (state.WrongSiteOtps.LockedAt(now))
        {
            return [used, new Refused(Refusal.SiteSecurityLocked)];
        }

        if (state.SiteOtp is not { } otp)
        {
            return [used, new Refused(Refusal.NoSiteOtp)];
        }

        return otp.Code == c.Code
            ? [used, new SiteOtpEnded(), new SiteSecurityOpened(c.SignInId)]
            : [used, .. WrongOtp(state, now, settings)];
    }

    public static CommanderState Apply(CommanderState state, SiteOtpEnded _) => state with { SiteOtp = null };

    public static CommanderState Apply(CommanderState state, SiteOtpWasWrong e) => state with { WrongSiteOtps = e.Tries };

    public static CommanderState Apply(CommanderState state, SiteSecurityOpened e) =>
        SigningIn.Change(state, e.SignInId, s => s with { SiteSecurityOpen = true }) with { WrongSiteOtps = WrongTries.None };

    /// <summary>Why this session may not use Site Security, or not before an OTP has opened it; null when it may.</summary>
    public static Refusal? WhyNotOpen(CommanderState state, string signInId) =>
        WhyNotAllowed(state, signInId) ?? (state.SignIns[signInId].SiteSecurityOpen ? null : Refusal.SiteSecurityClosed);

    /// <summary>Why this session does not have the Site Security function; null when it has.</summary>
    public static Refusal? WhyNotAllowed(CommanderState state, string signInId) =>
        !state.SignIns.TryGetValue(signInId, out var signIn) ? Refusal.NotSignedIn
        : !signIn.MayUseSiteSecurity ? Refusal.NotAllowed
        : null;

    private static IEnumerable<ICommanderEvent> WrongOtp(CommanderState state, DateTimeOffset now, CommanderSettings settings)
    {
        var tries = state.WrongSiteOtps.Another(settings.WrongSiteOtpsBeforeLock, now, settings.LockLasts);
        return tries.LockedUntil is null
            ? [new SiteOtpWasWrong(tries), new Refused(Refusal.WrongSiteOtp)]
            : [new SiteOtpWasWrong(tries), new SiteOtpEnded(), new Refused(Refusal.SiteSecurityLocked)];
    }
}
