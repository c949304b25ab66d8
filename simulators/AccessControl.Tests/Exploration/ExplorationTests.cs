using FsCheck;
using FsCheck.Fluent;
using PairingLab.Exploration;

namespace PairingLab.AccessControl.Tests.Exploration;

/// <summary>
/// Random days at MACS: taps of three cards at three terminals, confirmations in time and too late, guests, reversals. No card enters
/// more often than its ruleset says, an entry counts once and when it is confirmed, and what is reversed counts no more.
/// </summary>
public sealed class ExplorationTests
{
    /// <summary>The edges of the confirm window, of cooldown and reversal window, and of the ruleset's period.</summary>
    private static readonly Gen<int> Seconds = Gen.Frequency(
        (3, Gen.Choose(0, 30)),
        (3, Gen.Elements(299, 300, 1799, 1800, 1801)),
        (1, Gen.Elements(86_399, 86_400)));

    private static readonly Gen<Act> Acts =
        from kind in Gen.Frequency(
            (4, Gen.Constant(ActKind.Enter)),
            (3, Gen.Elements(ActKind.Tap, ActKind.Confirm)),
            (8, Gen.Elements(Enum.GetValues<ActKind>())))
        from who in Gen.Frequency((4, Gen.Choose(0, 1)), (1, Gen.Constant(2)))
        from device in Gen.Choose(0, 2)
        from adults in Gen.Choose(0, 3)
        from seconds in Seconds
        select new Act(kind, who, device, adults, seconds);

    [Fact]
    public void Whatever_happens_nobody_enters_more_often_than_the_rules_say() =>
        RandomDays.Live(
            Acts,
            30..60,
            days: 150,
            acts => LiveAsync(acts).GetAwaiter().GetResult(),
            ActWords.Told,
            "free", "paid", "with guests", "confirmed again", "refused TemporarilyBlocked", "refused CooldownActive",
            "refused MissingAccessRules", "refused LimitExceeded", "refused AlreadyConfirmed", "refused AccessIdExpired",
            "refused UnknownAccessId", "refused NotCompleted", "refused TooLate", "reversed");

    private static async Task<IEnumerable<KeyValuePair<string, int>>> LiveAsync(Act[] acts)
    {
        await using var macs = await Macs.StartAsync();
        foreach (var act in acts)
        {
            await macs.DoAsync(act);
        }

        return macs.Seen;
    }
}
