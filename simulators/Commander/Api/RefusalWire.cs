using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PairingLab.Commander.Core;
using PairingLab.Kernel.Web;

namespace PairingLab.Commander.Api;

/// <summary>Refusals on the wire: status, code in snake_case, and the text for a person.</summary>
public static class RefusalWire
{
    /// <summary>The code of a refusal, "another_is_pairing".</summary>
    public static string Code(Refusal refusal) => JsonNamingPolicy.SnakeCaseLower.ConvertName(refusal.ToString());

    /// <summary>The answer that carries a refusal.</summary>
    public static IResult Answer(Refusal refusal) => LabError.Answer(Status(refusal), new(Code(refusal), Text(refusal)));

    /// <summary>HTTP status of a refusal.</summary>
    public static int Status(Refusal refusal) => refusal switch
    {
        Refusal.NotSignedIn or Refusal.WrongPassword => StatusCodes.Status401Unauthorized,
        Refusal.UserLocked or Refusal.SiteSecurityLocked => StatusCodes.Status423Locked,
        Refusal.NotAllowed or Refusal.WrongSiteOtp or Refusal.SiteSecurityClosed or Refusal.ThirdPartyPos
            or Refusal.WrongPairingOtp or Refusal.NotTrusted or Refusal.CertificateExpired => StatusCodes.Status403Forbidden,
        Refusal.SessionOver => StatusCodes.Status410Gone,
        Refusal.NoSiteOtp or Refusal.ServiceNotRunning or Refusal.AnotherIsPairing or Refusal.NothingToRetrieve
            or Refusal.NotYetDue or Refusal.NotNewer => StatusCodes.Status409Conflict,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "a refusal without a status"),
    };

    /// <summary>What a person is told; the seed's text where it has one, else the lab's.</summary>
    public static string Text(Refusal refusal) => refusal switch
    {
        Refusal.NotSignedIn => "You have been signed out. Sign in again.",
        Refusal.WrongPassword => "User name or password is wrong.",
        Refusal.UserLocked => "This user is locked after too many wrong passwords. Try again later.",
        Refusal.NotAllowed => "This user does not have the Site Security function.",
        Refusal.SiteSecurityLocked => "Site Security is locked after too many wrong OTPs. Try again later.",
        Refusal.NoSiteOtp => "There is no OTP on the status display, or it has expired. Generate a new OTP.",
        Refusal.WrongSiteOtp => "The OTP is wrong. Read it again from the status display.",
        Refusal.SiteSecurityClosed => "Site Security must be opened with a One-Time Password first.",
        Refusal.ServiceNotRunning => Texts.StartServiceAndTryAgain,
        Refusal.AnotherIsPairing => Texts.UnableAtThisMoment,
        Refusal.ThirdPartyPos => "This feature is only used with Verifone POS Workstations. It will not work with third-party POS systems.",
        Refusal.NothingToRetrieve => "There is no Pairing OTP to retrieve. Press [Pair POS] on the POS Workstation and retrieve the OTP within one minute.",
        Refusal.SessionOver or Refusal.WrongPairingOtp => Texts.UnableToPair,
        Refusal.NotTrusted => "This workstation is not paired with this Commander.",
        Refusal.CertificateExpired => Texts.CertificatesExpired,
        Refusal.NotYetDue => "The certificate is not yet due for renewal.",
        Refusal.NotNewer => "The Commander already runs this software or a newer one.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "a refusal without a text"),
    };
}
