using FsCheck;
using FsCheck.Fluent;
using PairingLab.Exploration;

namespace PairingLab.Commander.Tests.Exploration;

/// <summary>Random days at a site: whatever people, cables and power do, the invariants hold.</summary>
public sealed class ExplorationTests
{
    private static readonly Gen<Act> Acts =
        from kind in Gen.Frequency(
            (8, Gen.Constant(ActKind.Wait)),
            (4, Gen.Constant(ActKind.PairToTheEnd)),
            (3, Gen.Constant(ActKind.PressFirstButton)),
            (2, Gen.Constant(ActKind.Renew)),
            (
                4,
                Gen.Elements(
                    ActKind.ReachTheKeypad, ActKind.PairWrongly, ActKind.Renew, ActKind.RetryAgainAndAgain, ActKind.RetrieveTwice)),
            (3, Gen.Elements(ActKind.OpenSiteSecurity, ActKind.StartService, ActKind.Retrieve, ActKind.TypeRightOtp, ActKind.PressOk)),
            (12, Gen.Elements(Enum.GetValues<ActKind>())))
        from who in Gen.Choose(0, 5)
        from choice in Gen.Choose(0, 200)
        select new Act(kind, who, choice);

    [Fact]
    public void Whatever_happens_at_a_site_its_invariants_hold()
    {
        RandomDays.Live(
            Acts,
            60..100,
            days: 500,
            acts =>
            {
                var site = new Site();
                foreach (var act in acts)
                {
                    site.Do(act);
                }

                return site.Seen;
            },
            ActWords.Told,
            "WorkstationPaired", "CertificateRenewed", "CertificateExpired", "AllTrustRevoked", "refused AnotherIsPairing",
            "refused WrongPairingOtp", "refused SiteSecurityLocked", "refused SessionOver", "sale taken", "answer lost", "screen Alert",
            "screen Upgrading");
    }
}
