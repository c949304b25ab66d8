using Microsoft.AspNetCore.Http;
using PairingLab.Commander.Core;
using PairingLab.Kernel.Web;

namespace PairingLab.Commander.Api;

/// <summary>Refusals as HTTP replies.</summary>
public static class RefusalReply
{
    /// <summary>The reply that carries a refusal.</summary>
    public static IResult Of(Refusal refusal) => LabError.Answer(Status(refusal), new(refusal.Code(), refusal.Text()));

    /// <summary>HTTP status of a refusal.</summary>
    public static int Status(Refusal refusal) => refusal switch
    {
        Refusal.NotSignedIn or Refusal.WrongPassword => StatusCodes.Status401Unauthorized,
        Refusal.UserLocked or Refusal.SiteSecurityLocked => StatusCodes.Status423Locked,
        Refusal.NoSuchUser => StatusCodes.Status404NotFound,
        Refusal.NotAllowed or Refusal.LoginDisallowed or Refusal.WrongSiteOtp or Refusal.SiteSecurityClosed or Refusal.ThirdPartyPos
            or Refusal.WrongPairingOtp or Refusal.NotTrusted or Refusal.CertificateExpired => StatusCodes.Status403Forbidden,
        Refusal.SessionOver => StatusCodes.Status410Gone,
        Refusal.NoSiteOtp or Refusal.ServiceNotRunning or Refusal.AnotherIsPairing or Refusal.NothingToRetrieve
            or Refusal.NotYetDue or Refusal.NotNewer or Refusal.OwnAccess => StatusCodes.Status409Conflict,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "a refusal without a status"),
    };
}
