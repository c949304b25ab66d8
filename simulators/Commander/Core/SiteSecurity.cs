using PairingLab.Commander.Core.Commands;
using PairingLab.Commander.Core.Events;

namespace PairingLab.Commander.Core;

/// <summary>Configuration Client > Security > Site Security.</summary>
internal static class SiteSecurity
{
    public static IEnumerable<ICommanderEvent> On(CommanderState state, GenerateSiteOtp c, DateTimeOffset now, CommanderSettings settings) =>
        WhyNotAllowed(state, c.SignInId) is { } reason ? [new Refused(reason)]
        : state.WrongSiteOtps.LockedAt(now) ? [new SignInUsed(c.SignInId, now), new Refused(Refusal.SiteSecurityLocked)]
        : [new SignInUsed(c.SignInId, now), new SiteOtpGenerated(c.Code, now, now + settings.SiteOtpLifetime)];

    public static IEnumerable<ICommanderEvent> On(
        CommanderState state, GenerateSiteOtpAtRegister c, DateTimeOffset now, CommanderSettings settings) =>
        Trust.WhyNot(state, c.Workstation, c.Thumbprint, now) is { } reason ? [new Refused(reason)]
        : state.WrongSiteOtps.LockedAt(now) ? [new Refused(Refusal.SiteSecurityLocked)]
        : [new SiteOtpGenerated(c.Code, now, now + settings.SiteOtpLifetime)];

    public static IEnumerable<ICommanderEvent> On(CommanderState state, EnterSiteOtp c, DateTimeOffset now, CommanderSettings settings)
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

    public static IEnumerable<ICommanderEvent> On(CommanderState state, StartPairingService c, DateTimeOffset now, CommanderSettings settings) =>
        WhyNotOpen(state, c.SignInId) is { } reason
            ? [new Refused(reason)]
            : [new SignInUsed(c.SignInId, now), ServiceStarts(now, settings)];

    public static IEnumerable<ICommanderEvent> On(CommanderState state, RetrievePairingOtp c, DateTimeOffset now)
    {
        if (WhyNotOpen(state, c.SignInId) is { } reason)
        {
            return [new Refused(reason)];
        }

        var used = new SignInUsed(c.SignInId, now);
        return state.Session is { } session && now < session.RetrieveUntil
            ? [used, new PairingOtpRetrieved(session.Id, session.Otp)]
            : [used, new Refused(Refusal.NothingToRetrieve)];
    }

    public static IEnumerable<ICommanderEvent> On(CommanderState state, RevokeAllTrust c, DateTimeOffset now)
    {
        if (WhyNotOpen(state, c.SignInId) is { } reason)
        {
            return [new Refused(reason)];
        }

        var events = new List<ICommanderEvent> { new SignInUsed(c.SignInId, now), new AllTrustRevoked() };
        if (state.Session is { } session)
        {
            // A pairing under way was begun under the trust that is taken back: it ends too.
            events.Add(new PairingFailed(session.Id, session.Workstation, now, WrongOtp: false));
        }

        if (state.Service is not null)
        {
            events.Add(new PairingServiceStopped());
        }

        return events;
    }

    private static IEnumerable<ICommanderEvent> WrongOtp(CommanderState state, DateTimeOffset now, CommanderSettings settings)
    {
        var tries = state.WrongSiteOtps.Another(settings.WrongSiteOtpsBeforeLock, now, settings.LockLasts);
        return tries.LockedUntil is null
            ? [new SiteOtpWasWrong(tries), new Refused(Refusal.WrongSiteOtp)]
            : [new SiteOtpWasWrong(tries), new SiteOtpEnded(), new Refused(Refusal.SiteSecurityLocked)];
    }

    private static PairingServiceStarted ServiceStarts(DateTimeOffset now, CommanderSettings settings) =>
        new(now + settings.ServiceWindow, now + settings.ServiceWindow + settings.EntryWindow + settings.RetryWindow);

    private static Refusal? WhyNotAllowed(CommanderState state, string signInId) =>
        !state.SignIns.TryGetValue(signInId, out var signIn) ? Refusal.NotSignedIn
        : !signIn.MayUseSiteSecurity ? Refusal.NotAllowed
        : null;

    private static Refusal? WhyNotOpen(CommanderState state, string signInId) =>
        WhyNotAllowed(state, signInId) ?? (state.SignIns[signInId].SiteSecurityOpen ? null : Refusal.SiteSecurityClosed);
}
