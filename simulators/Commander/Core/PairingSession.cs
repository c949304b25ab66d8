namespace PairingLab.Commander.Core;

/// <summary>The one pairing that is under way.</summary>
/// <param name="Id">The session's id, known to the workstation.</param>
/// <param name="Workstation">Who pairs.</param>
/// <param name="Otp">Six characters of the pairing alphabet.</param>
/// <param name="RetrieveUntil">From this moment the OTP is no longer given out.</param>
/// <param name="EnterUntil">From this moment the OTP is no longer accepted.</param>
/// <param name="Retrieved">Whether a Configuration Client has been shown the OTP.</param>
public sealed record PairingSession(
    string Id, string Workstation, string Otp, DateTimeOffset RetrieveUntil, DateTimeOffset EnterUntil, bool Retrieved = false)
{
    /// <summary>When the session ends by itself.</summary>
    public DateTimeOffset Until => Retrieved ? EnterUntil : RetrieveUntil;
}
