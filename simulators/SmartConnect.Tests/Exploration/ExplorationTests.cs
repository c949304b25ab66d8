using FsCheck;
using FsCheck.Fluent;

namespace PairingLab.SmartConnect.Tests.Exploration;

/// <summary>
/// Random days at a site of four devices and six registers: codes, moves, unpairs, swaps, payments, kills, a full disk. A
/// register never has two devices, a payment reaches exactly the device its register is paired with when it is accepted,
/// order is kept, none is lost or taken twice.
/// </summary>
public sealed class ExplorationTests
{
    private static readonly Gen<Act> Acts =
        from kind in Gen.Frequency(
            (6, Gen.Constant(ActKind.PairToTheEnd)),
            (10, Gen.Constant(ActKind.Pay)),
            (6, Gen.Constant(ActKind.Take)),
            (5, Gen.Constant(ActKind.Finish)),
            (4, Gen.Constant(ActKind.Look)),
            (16, Gen.Elements(Enum.GetValues<ActKind>())))
        from device in Gen.Choose(0, 3)
        from register in Gen.Choose(0, 5)
        from choice in Gen.Frequency((3, Gen.Choose(0, 20)), (1, Gen.Choose(55, 65)), (1, Gen.Choose(290, 310)))
        select new Act(kind, device, register, choice);

    private static readonly Arbitrary<Act[]> Days =
        Arb.From(from length in Gen.Choose(80, 160) from acts in Acts.ArrayOf(length) select acts, Shorter);

    [Fact]
    public void Whatever_happens_the_cardinality_holds_and_every_payment_is_where_it_belongs()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        Prop.ForAll(Days, acts =>
        {
            using var site = new Site();
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
        string[] needed = ["moved", "paired", "unpaired", "taken", "finished", "outcome unknown", "restarted", "disk was full",
            "refused InvalidCode", "refused NotPaired", "refused NotItsRegister", "refused NotItsPayment"];
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
