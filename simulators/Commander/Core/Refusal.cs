namespace PairingLab.Commander.Core;

/// <summary>Why a Commander refuses.</summary>
public enum Refusal
{
    /// <summary>The session is unknown, signed out, or was idle too long.</summary>
    NotSignedIn,

    /// <summary>User or password is wrong.</summary>
    WrongPassword,

    /// <summary>The user is locked after too many wrong passwords.</summary>
    UserLocked,

    /// <summary>Manage Users: the user may not sign in.</summary>
    LoginDisallowed,

    /// <summary>Manage Users: there is no such user.</summary>
    NoSuchUser,

    /// <summary>Manage Users: nobody changes the own access.</summary>
    OwnAccess,

    /// <summary>The password has expired, or its change was forced.</summary>
    PasswordExpired,

    /// <summary>The new password has too few or too many characters.</summary>
    BadPasswordLength,

    /// <summary>The new password is the old one.</summary>
    SamePassword,

    /// <summary>Manage Users: password settings out of their ranges.</summary>
    BadPasswordSettings,

    /// <summary>The software is too old to send OTPs by e-mail.</summary>
    NoOtpByMail,

    /// <summary>The role lacks the Site Security function.</summary>
    NotAllowed,

    /// <summary>Site Security is locked after too many wrong OTPs.</summary>
    SiteSecurityLocked,

    /// <summary>No Site Security OTP is on the display: none was generated, or it was used or expired.</summary>
    NoSiteOtp,

    /// <summary>The Site Security OTP is not the one on the display.</summary>
    WrongSiteOtp,

    /// <summary>No OTP has opened Site Security in this session.</summary>
    SiteSecurityClosed,

    /// <summary>The Pairing Service is not running.</summary>
    ServiceNotRunning,

    /// <summary>Another workstation has the pairing session.</summary>
    AnotherIsPairing,

    /// <summary>
    /// Only Verifone POS workstations are paired (Commander POS pairing guide: "will not work with third-party POS systems").
    /// </summary>
    ThirdPartyPos,

    /// <summary>No workstation has pressed [Pair POS], or its minute is over.</summary>
    NothingToRetrieve,

    /// <summary>The pairing session is over or unknown.</summary>
    SessionOver,

    /// <summary>The Pairing OTP was wrong; it can't be used again.</summary>
    WrongPairingOtp,

    /// <summary>The Commander does not trust this workstation (never paired, or revoked).</summary>
    NotTrusted,

    /// <summary>The certificate has expired.</summary>
    CertificateExpired,

    /// <summary>The certificate is not yet due for renewal.</summary>
    NotYetDue,

    /// <summary>The software to upgrade to is not newer than the running one.</summary>
    NotNewer,
}

/// <summary>The code and the text of each refusal.</summary>
public static class Refusals
{
    /// <summary>The code on the wire.</summary>
    public static string Code(this Refusal refusal) => RowOf(refusal).Code;

    /// <summary>The text that a person reads: the guide's where it has one, else the lab's.</summary>
    public static string Text(this Refusal refusal) => RowOf(refusal).Text;

    /// <summary>The refusal with a code; null when the code is unknown.</summary>
    public static Refusal? OfCode(string? code)
    {
        foreach (var refusal in Enum.GetValues<Refusal>())
        {
            if (refusal.Code() == code)
            {
                return refusal;
            }
        }

        return null;
    }

    private static (string Code, string Text) RowOf(Refusal refusal) => refusal switch
    {
        Refusal.NotSignedIn => ("not_signed_in", "You have been signed out. Sign in again."),
        Refusal.WrongPassword => ("wrong_password", "User name or password is wrong."),
        Refusal.UserLocked => ("user_locked", "This user is locked after too many wrong passwords. Try again later."),
        Refusal.LoginDisallowed => ("login_disallowed", "This user is not allowed to log in."),
        Refusal.NoSuchUser => ("no_such_user", "There is no such user."),
        Refusal.OwnAccess => ("own_access", "You can't change your own access. Another user with Site Security can."),
        Refusal.PasswordExpired => ("password_expired", "Your password has expired. Choose a new one."),
        Refusal.BadPasswordLength => ("bad_password_length", "The new password has too few or too many characters."),
        Refusal.SamePassword => ("same_password", "The new password must differ from the old one."),
        Refusal.BadPasswordSettings => (
            "bad_password_settings",
            "Allowed values: minimum length 7 to 30, maximum length 8 to 30 and no less than the minimum, "
            + "days to expire 0 (never) to 365."),
        Refusal.NoOtpByMail => ("no_otp_by_mail", "The OTP is sent by e-mail from Base 53.35 on."),
        Refusal.NotAllowed => ("not_allowed", "This user does not have the Site Security function."),
        Refusal.SiteSecurityLocked => ("site_security_locked", "Site Security is locked after too many wrong OTPs. Try again later."),
        Refusal.NoSiteOtp => ("no_site_otp", "There is no OTP on the status display, or it has expired. Generate a new OTP."),
        Refusal.WrongSiteOtp => ("wrong_site_otp", "The OTP is wrong. Read it again from the status display."),
        Refusal.SiteSecurityClosed => ("site_security_closed", "Site Security must be opened with a One-Time Password first."),
        Refusal.ServiceNotRunning => ("service_not_running", Texts.StartServiceAndTryAgain),
        Refusal.AnotherIsPairing => ("another_is_pairing", Texts.UnableAtThisMoment),
        Refusal.ThirdPartyPos => (
            "third_party_pos",
            "This feature is only used with Verifone POS Workstations. It will not work with third-party POS systems."),
        Refusal.NothingToRetrieve => (
            "nothing_to_retrieve",
            "There is no Pairing OTP to retrieve. "
            + "Press [Pair POS] on the POS Workstation and retrieve the OTP within one minute."),
        Refusal.SessionOver => ("session_over", Texts.UnableToPair),
        Refusal.WrongPairingOtp => ("wrong_pairing_otp", Texts.UnableToPair),
        Refusal.NotTrusted => ("not_trusted", "This workstation is not paired with this Commander."),
        Refusal.CertificateExpired => ("certificate_expired", Texts.CertificatesExpired),
        Refusal.NotYetDue => ("not_yet_due", "The certificate is not yet due for renewal."),
        Refusal.NotNewer => ("not_newer", "The Commander already runs this software or a newer one."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "a refusal without a code and a text"),
    };
}
