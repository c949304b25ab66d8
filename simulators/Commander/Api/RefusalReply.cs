using Microsoft.AspNetCore.Http;
using PairingLab.Commander.Core;
using PairingLab.Kernel.Web;

namespace PairingLab.Commander.Api;

/// <summary>Refusals as HTTP replies.</summary>
public static class RefusalReply
{
    /// <summary>The reply that carries a refusal.</summary>
    public static IResult Of(Refusal refusal) => LabError.Answer(Status(refusal), new(refusal.Code(), refusal.Text()));

    /// <summary>The same; what is refused because of a password says which lengths are allowed.</summary>
    public static IResult Of(Refusal refusal, PasswordSettings passwords) => refusal is Refusal.PasswordExpired or Refusal.BadPasswordLength
        ? LabError.Answer(Status(refusal), new(
            refusal.Code(), $"{refusal.Text()} It must have {passwords.MinimumLength} to {passwords.MaximumLength} characters."))
        : Of(refusal);

    /// <summary>HTTP status of a refusal.</summary>
    public static int Status(Refusal refusal) => refusal switch
    {
        Refusal.NotSignedIn or Refusal.WrongPassword => StatusCodes.Status401Unauthorized,
        Refusal.UserLocked or Refusal.SiteSecurityLocked => StatusCodes.Status423Locked,
        Refusal.NoSuchUser or Refusal.NoOtpByMail => StatusCodes.Status404NotFound,
        Refusal.NotAllowed or Refusal.LoginDisallowed or Refusal.PasswordExpired or Refusal.WrongSiteOtp
            or Refusal.SiteSecurityClosed or Refusal.ThirdPartyPos or Refusal.WrongPairingOtp or Refusal.NotTrusted
            or Refusal.CertificateExpired => StatusCodes.Status403Forbidden,
        Refusal.SessionOver => StatusCodes.Status410Gone,
        Refusal.NoSiteOtp or Refusal.ServiceNotRunning or Refusal.AnotherIsPairing or Refusal.NothingToRetrieve
            or Refusal.NotYetDue or Refusal.NotNewer or Refusal.OwnAccess
            or Refusal.BadPasswordLength or Refusal.SamePassword or Refusal.BadPasswordSettings => StatusCodes.Status409Conflict,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "a refusal without a status"),
    };
}
