namespace PairingLab.Commander.Tests.Exploration;

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
    Link,
    Sell,
    Renew,
    CutCable,
    MendCable,
    LoseNextAnswer,
    RebootWorkstation,
    RebootCommander,
}
