namespace PairingLab.Commander.Tests.Exploration;

/// <summary>One thing done at a site.</summary>
/// <param name="Kind">What.</param>
/// <param name="Who">By which workstation or client.</param>
/// <param name="Choice">Chooses between several of a kind (a span, a button, a user).</param>
internal sealed record Act(ActKind Kind, int Who, int Choice);

/// <summary>What may be done at a site.</summary>
internal enum ActKind
{
    Wait,
    SignIn,
    SignOut,
    OpenSiteSecurity,
    EnterSiteOtp,
    StartService,
    Retrieve,
    Revoke,
    Upgrade,
    PressFirstButton,
    PressAnyButton,
    TypeRightOtp,
    TypeWrongOtp,
    PressOk,
    CancelPairing,
    PairToTheEnd,
    PairWrongly,
    ReachTheKeypad,
    GuessSiteOtps,
    RetryAgainAndAgain,
    RetrieveTwice,
    Link,
    Sell,
    Renew,
    CutCable,
    MendCable,
    LoseNextAnswer,
    RebootWorkstation,
    RebootCommander,
}
