using FsCheck;
using FsCheck.Fluent;
using PairingLab.Exploration;

namespace PairingLab.TerminalTrust.Tests.Exploration;

/// <summary>Random days at a site: whatever people, thieves and cables do, the invariants hold.</summary>
public sealed class ExplorationTests
{
    private static readonly Gen<Act> Acts =
        from kind in Gen.Frequency(
            (5, Gen.Constant(ActKind.Wait)),
            (10, Gen.Constant(ActKind.Ask)),
            (5, Gen.Constant(ActKind.Fetch)),
            (3, Gen.Constant(ActKind.PairToTheEnd)),
            (5, Gen.Elements(ActKind.Create, ActKind.SignInOperator, ActKind.Approve)),
            (12, Gen.Elements(Enum.GetValues<ActKind>())))
        from who in Gen.Choose(0, 3)
        from choice in Gen.Choose(0, 200)
        select new Act(kind, who, choice);

    [Fact]
    public void Whatever_happens_at_a_site_its_invariants_hold()
    {
        RandomDays.Live(
            Acts,
            60..120,
            days: 1000,
            acts =>
            {
                var site = new TestSite();
                foreach (var act in acts)
                {
                    site.Do(act);
                }

                return site.Seen;
            },
            ActWords.Told,
            "in service",
            "master serves", "master NotPaired", "master Unknown", "master NoExchangeRate",
            "gate Wait", "gate UpgradeRequired", "gate Paired", "gate NotPaired", "gate FingerprintMismatch", "gate NotRegistered",
            "upgrade done", "upgrade failed", "false firmware taken", "false firmware refused",
            "unpaired", "FingerprintsLost", "pin mismatch",
            "refused TwoFactorNeeded", "refused NotSignedIn", "refused Ambiguous");
    }
}
