using FsCheck;
using FsCheck.Fluent;

namespace PairingLab.TerminalTrust.Tests.Exploration;

/// <summary>Random days in the field: whatever people, thieves and cables do, the invariants hold.</summary>
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

    private static readonly Arbitrary<Act[]> Days =
        Arb.From(from length in Gen.Choose(60, 120) from acts in Acts.ArrayOf(length) select acts, Shorter);

    [Fact]
    public void Whatever_happens_in_the_field_its_invariants_hold()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        Prop.ForAll(Days, acts =>
        {
            var field = new Field();
            foreach (var act in acts)
            {
                field.Do(act);
            }

            foreach (var (what, count) in field.Seen)
            {
                seen[what] = seen.GetValueOrDefault(what) + count;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

        // An exploration that never gets anywhere would prove nothing.
        string[] needed = ["in service", "master serves", "master NotPaired", "master Unknown", "master NoExchangeRate", "gate Wait", "gate UpgradeRequired", "gate Paired", "gate NotPaired",
            "gate FingerprintMismatch", "gate NotRegistered", "upgrade done", "upgrade failed", "unpaired", "FingerprintsLost", "pin mismatch", "refused TwoFactorNeeded", "refused NotSignedIn", "refused Ambiguous"];
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
