using PairingLab.Commander.Core.Events;

namespace PairingLab.Commander.Core;

/// <summary>State + event → state.</summary>
public static class Evolve
{
    /// <summary>A hosted Commander runs for years; older messages are let go.</summary>
    private const int MessagesKept = 200;

    /// <summary>The state after an event.</summary>
    public static CommanderState After(CommanderState state, ICommanderEvent happened) => happened switch
    {
        UserSignedIn e => state with
        {
            SignIns = state.SignIns.SetItem(e.SignInId, new(e.SignInId, e.User, e.MayUseSiteSecurity, e.At, SiteSecurityOpen: false)),
            WrongPasswords = state.WrongPasswords.Remove(e.User),
        },
        UserSignedOut e => state with { SignIns = state.SignIns.Remove(e.SignInId) },
        SignInUsed e => state with { SignIns = state.SignIns.SetItem(e.SignInId, state.SignIns[e.SignInId] with { LastSeen = e.At }) },
        PasswordWasWrong e => state with { WrongPasswords = state.WrongPasswords.SetItem(e.User, e.Tries) },
        SiteOtpGenerated e => state with { SiteOtp = new(e.Code, e.At, e.Until) },
        SiteOtpEnded => state with { SiteOtp = null },
        SiteOtpWasWrong e => state with { WrongSiteOtps = e.Tries },
        SiteSecurityOpened e => state with
        {
            SignIns = state.SignIns.SetItem(e.SignInId, state.SignIns[e.SignInId] with { SiteSecurityOpen = true }),
            WrongSiteOtps = WrongTries.None,
        },
        _ => AfterPairing(state, happened),
    };

    private static CommanderState AfterPairing(CommanderState state, ICommanderEvent happened) => happened switch
    {
        PairingServiceStarted e => state with { Service = new(e.Until, e.EndBy) },
        PairingServiceStopped => state with { Service = null },
        PairingBegun e => state with { Session = new(e.SessionId, e.Workstation, e.Otp, e.RetrieveUntil, e.EnterUntil) },
        PairingOtpRetrieved => state with { Session = state.Session! with { Retrieved = true } },
        PairingFailed e => state with
        {
            Session = null,
            Service = state.Service is { } service ? service with { Until = e.RetryUntil, WrongOtps = service.WrongOtps + (e.WrongOtp ? 1 : 0) } : null,
        },
        WorkstationPaired e => state with
        {
            Session = null,
            Service = state.Service is { } service ? service with { WrongOtps = 0 } : null,
            Paired = state.Paired.SetItem(e.Workstation, new(e.Workstation, e.Thumbprint, e.At, e.NotAfter)),
        },
        _ => AfterTrust(state, happened),
    };

    private static CommanderState AfterTrust(CommanderState state, ICommanderEvent happened) => happened switch
    {
        AllTrustRevoked => state with { Paired = CommanderState.New.Paired },
        RenewalScheduled e => Say(Change(state, e.Workstation, p => p with { RenewalAnnounced = true }), e.At, e.Workstation, Texts.RenewalScheduled),
        CertificateRenewed e => Say(
            Change(state, e.Workstation, p => p with { Thumbprint = e.Thumbprint, NotAfter = e.NotAfter, RenewalAnnounced = false }),
            e.At,
            e.Workstation,
            Texts.CertificatesRenewed),
        CertificateExpired e => Say(Change(state, e.Workstation, p => p with { Expired = true }), e.At, e.Workstation, Texts.CertificatesExpired),
        AutoUpgraded e => state with { Base = e.Base },
        Refused => state,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "an event that no state knows"),
    };

    private static CommanderState Change(CommanderState state, string workstation, Func<PairedWorkstation, PairedWorkstation> change) =>
        state with { Paired = state.Paired.SetItem(workstation, change(state.Paired[workstation])) };

    private static CommanderState Say(CommanderState state, DateTimeOffset at, string workstation, string text)
    {
        var messages = state.Messages.Add(new(at, $"{workstation}: {text}"));
        return state with { Messages = messages.Count > MessagesKept ? messages.RemoveAt(0) : messages };
    }
}
