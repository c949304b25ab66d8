using FsCheck;
using FsCheck.Fluent;
using PairingLab.Exploration;

namespace PairingLab.Sci.Tests.Exploration;

/// <summary>
/// Random days in a shop of two terminals and two POSs: codes, confirmations, unpairing on both sides, purchases, settlements, kills.
/// A code pairs once, a terminal does one thing at a time, every purchase comes to one result, and time ends what nobody ends.
/// </summary>
public sealed class ExplorationTests
{
    /// <summary>The edges of all times of SCI, and what lies between.</summary>
    private static readonly Gen<int> Seconds = Gen.Frequency(
        (3, Gen.Choose(0, 30)),
        (3, Gen.Elements(119, 120, 299, 300)),
        (1, Gen.Elements(3599, 3600, 86_399, 86_400)));

    private static readonly Gen<Act> Acts =
        from kind in Gen.Frequency(
            (4, Gen.Constant(ActKind.PairToTheEnd)),
            (6, Gen.Elements(ActKind.ShowCode, ActKind.EnterCode, ActKind.Confirm)),
            (6, Gen.Elements(ActKind.Sell, ActKind.Finish)),
            (16, Gen.Elements(Enum.GetValues<ActKind>())))
        from terminal in Gen.Choose(0, 1)
        from pos in Gen.Choose(0, 1)
        from choice in Seconds
        select new Act(kind, terminal, pos, choice);

    [Fact]
    public void Whatever_happens_pairings_and_purchases_are_as_the_rules_say() =>
        RandomDays.Live(
            Acts,
            80..160,
            days: 500,
            acts =>
            {
                using var shop = new Shop();
                foreach (var act in acts)
                {
                    shop.Do(act);
                }

                return shop.Seen;
            },
            ActWords.Told,
            "Active", "Declined", "Revoked", "Expired", "Unpaired", "Approved", "Cancelled", "Unknown", "pairing forgotten",
            "purchase forgotten", "purchase ended by unpairing", "restarted", "refused PairingNotFound", "refused PairingNotInitial",
            "refused NoActivePairingsFound", "refused TransactionRefused", "refused DeviceNotConnected", "refused TransactionNotFound",
            "refused TerminalBusy", "refused NothingToDo");
}
