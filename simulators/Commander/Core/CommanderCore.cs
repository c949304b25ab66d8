namespace PairingLab.Commander.Core;

/// <summary>
/// The rules of a Commander: state + command + time → events, and state + event → state. Each flow has a file with both.
/// </summary>
public static class CommanderCore
{
    /// <summary>What follows from a command: first the events that are due by now, then those of the command.</summary>
    public static IReadOnlyList<ICommanderEvent> Decide(
        CommanderState state, ICommanderCommand command, DateTimeOffset now, CommanderSettings settings)
    {
        var events = new List<ICommanderEvent>();
        var current = DueEvents.Pass(state, now, settings, events);
        events.AddRange(command switch
        {
            SignInUser c => SigningIn.Decide(current, c, now, settings),
            SignOutUser c => SigningIn.Decide(current, c),
            ChangeUser c => ManageUsers.Decide(current, c, now),
            ChangePasswordSettings c => Passwords.Decide(current, c, now),
            ForcePasswordChange c => Passwords.Decide(current, c, now),
            ChangePassword c => Passwords.Decide(current, c, now, settings),
            ChangeUserMail c => OtpMail.Decide(current, c, now),
            NoteOtpMail c => OtpMail.Decide(c, now),
            GenerateSiteOtp c => SiteSecurity.Decide(current, c, now, settings),
            GenerateSiteOtpAtRegister c => SiteSecurity.Decide(current, c, now, settings),
            EnterSiteOtp c => SiteSecurity.Decide(current, c, now, settings),
            StartPairingService c => Pairing.Decide(current, c, now, settings),
            BeginPairing c => Pairing.Decide(current, c, now, settings),
            RetrievePairingOtp c => Pairing.Decide(current, c, now),
            CompletePairing c => Pairing.Decide(current, c, now, settings),
            CancelPairing c => Pairing.Decide(current, c, now, settings),
            RevokeAllTrust c => Trust.Decide(current, c, now),
            RenewCertificate c => Trust.Decide(current, c, now, settings),
            AutoUpgrade c => Upgrade.Decide(current, c, now),
            PassTime => [],
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "no flow decides this command"),
        });
        return events;
    }

    /// <summary>The state after an event.</summary>
    public static CommanderState Apply(CommanderState state, ICommanderEvent happened) => happened switch
    {
        UserSignedIn e => SigningIn.Apply(state, e),
        UserSignedOut e => SigningIn.Apply(state, e),
        SignInUsed e => SigningIn.Apply(state, e),
        UserChanged e => ManageUsers.Apply(state, e),
        PasswordSettingsChanged e => Passwords.Apply(state, e),
        PasswordChangeForced e => Passwords.Apply(state, e),
        PasswordChanged e => Passwords.Apply(state, e),
        UserMailChanged e => OtpMail.Apply(state, e),
        OtpMailFailed e => OtpMail.Apply(state, e),
        PasswordWasWrong e => SigningIn.Apply(state, e),
        SiteOtpGenerated e => SiteSecurity.Apply(state, e),
        SiteOtpEnded e => SiteSecurity.Apply(state, e),
        SiteOtpWasWrong e => SiteSecurity.Apply(state, e),
        SiteSecurityOpened e => SiteSecurity.Apply(state, e),
        PairingServiceStarted e => Pairing.Apply(state, e),
        PairingServiceStopped e => Pairing.Apply(state, e),
        PairingBegun e => Pairing.Apply(state, e),
        PairingOtpRetrieved e => Pairing.Apply(state, e),
        PairingFailed e => Pairing.Apply(state, e),
        WorkstationPaired e => Pairing.Apply(state, e),
        AllTrustRevoked e => Trust.Apply(state, e),
        RenewalScheduled e => Trust.Apply(state, e),
        CertificateRenewed e => Trust.Apply(state, e),
        CertificateExpired e => Trust.Apply(state, e),
        AutoUpgraded e => Upgrade.Apply(state, e),
        SiteOtpToMail or OtpMailSent or Refused => state,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "no flow applies this event"),
    };

    /// <summary>When time brings the next event; null when never.</summary>
    public static DateTimeOffset? NextDue(CommanderState state, CommanderSettings settings) => DueEvents.Next(state, settings);
}
