using FsCheck;
using FsCheck.Fluent;

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
            (4, Gen.Elements(ActKind.ReachTheKeypad, ActKind.PairWrongly, ActKind.Renew, ActKind.RetryAgainAndAgain, ActKind.RetrieveTwice)),
            (3, Gen.Elements(ActKind.OpenSiteSecurity, ActKind.StartService, ActKind.Retrieve, ActKind.TypeRightOtp, ActKind.PressOk)),
            (12, Gen.Elements(Enum.GetValues<ActKind>())))
        from who in Gen.Choose(0, 5)
        from choice in Gen.Choose(0, 200)
        select new Act(kind, who, choice);

    private static readonly Arbitrary<Act[]> Days =
        Arb.From(from length in Gen.Choose(60, 100) from acts in Acts.ArrayOf(length) select acts, Shorter);

    [Fact]
    public void Whatever_happens_at_a_site_its_invariants_hold()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        Prop.ForAll(Days, acts =>
        {
            var site = new Site();
            foreach (var act in acts)
            {
                site.Do(act);
            }

            foreach (var (what, count) in site.Seen)
            {
                seen[what] = seen.GetValueOrDefault(what) + count;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

        // An exploration that never gets anywhere would prove nothing.
        string[] needed = ["WorkstationPaired", "CertificateRenewed", "CertificateExpired", "AllTrustRevoked", "refused AnotherIsPairing",
            "refused WrongPairingOtp", "refused SiteSecurityLocked", "refused SessionOver", "sale taken", "answer lost", "screen Alert", "UpgradeStarted"];
        needed.Except(seen.Keys, StringComparer.Ordinal).ShouldBeEmpty();
    }

    /// <summary>Half of it, then without one act after the other.</summary>
    private static IEnumerable<Act[]> Shorter(Act[] acts)
    {
        for (var size = acts.Length / 2; size > 0; size /= 2)
        {
            for (var from = 0; from + size <= acts.Length; from += size)
            {
                yield return [.. acts[..from], .. acts[(from + size)..]];
            }
        }
    }
}
