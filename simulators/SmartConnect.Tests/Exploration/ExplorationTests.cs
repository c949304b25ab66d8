using FsCheck;
using FsCheck.Fluent;
using PairingLab.Exploration;

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

    [Fact]
    public void Whatever_happens_the_cardinality_holds_and_every_payment_is_where_it_belongs()
    {
        RandomDays.Live(
            Acts,
            80..160,
            days: 500,
            acts =>
            {
                using var site = new Site();
                foreach (var act in acts)
                {
                    site.Do(act);
                }

                return site.Seen;
            },
            ActWords.Told,
            "moved", "paired", "unpaired", "taken", "finished", "outcome unknown", "restarted", "disk was full",
            "refused InvalidCode", "refused NotPaired", "refused NotItsRegister", "refused NotItsPayment");
    }
}
