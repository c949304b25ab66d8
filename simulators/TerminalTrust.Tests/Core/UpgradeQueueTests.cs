using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Tests.Core;

/// <summary>With fewer slots than terminals, the terminal that has waited longest is upgraded first.</summary>
public sealed class UpgradeQueueTests
{
    private static readonly TrustSettings Settings = new() { UpgradeSlots = 2 };
    private ServerState state = ServerState.New;
    private DateTimeOffset now = States.Now;

    public UpgradeQueueTests()
    {
        Do(new GivePassword("clerk", Right: true, HasTwoFactor: false));
        for (var i = 1; i <= 5; i++)
        {
            Do(new CreateTerminal($"BT{i}"));
        }
    }

    [Fact]
    public void A_free_slot_is_for_the_terminal_that_has_waited_longest()
    {
        AskAll().ShouldBe("1 upgrade, 2 upgrade, 3 wait, 4 wait, 5 wait");
        ComeBack(1);
        Ask(5).ShouldBe("5 wait");
        Ask(4).ShouldBe("4 wait");
        Ask(3).ShouldBe("3 upgrade");
        ComeBack(2);
        Ask(5).ShouldBe("5 wait");
        Ask(4).ShouldBe("4 upgrade");
    }

    [Fact]
    public void Two_free_slots_are_for_the_first_two_whichever_asks_first()
    {
        AskAll();
        ComeBack(1);
        ComeBack(2);
        Ask(5).ShouldBe("5 wait");
        Ask(4).ShouldBe("4 upgrade");
        Ask(3).ShouldBe("3 upgrade");
        Ask(5).ShouldBe("5 wait");
    }

    [Fact]
    public void A_newcomer_does_not_overtake_those_who_wait()
    {
        for (var i = 1; i <= 4; i++)
        {
            Ask(i);
        }

        ComeBack(1);
        Ask(5).ShouldBe("5 wait");
        ComeBack(2);
        Ask(5).ShouldBe("5 wait");
        Ask(3).ShouldBe("3 upgrade");
        Ask(4).ShouldBe("4 upgrade");
    }

    [Fact]
    public void A_terminal_that_asks_again_keeps_its_place()
    {
        AskAll();
        Ask(5);
        Ask(3);
        Ask(4);
        state.Queue.Select(w => w.Serial).ShouldBe(["BT3", "BT4", "BT5"]);
    }

    [Fact]
    public void A_terminal_that_has_not_asked_for_15_seconds_has_lost_its_place()
    {
        AskAll();
        now += TimeSpan.FromSeconds(14);
        Ask(1);
        Ask(2);
        Ask(4);
        Ask(5);
        state.Queue.Select(w => w.Serial).ShouldBe(["BT3", "BT4", "BT5"]);
        now += TimeSpan.FromSeconds(1);
        Ask(3).ShouldBe("3 wait");
        state.Queue.Select(w => w.Serial).ShouldBe(["BT4", "BT5", "BT3"]);
    }

    /// <summary>Or a thief who knows serial numbers could take all slots from the terminals.</summary>
    [Fact]
    public void A_terminal_takes_one_slot_whatever_certificates_come_under_its_serial_number()
    {
        Do(new Hello("BT1", "20221118", "one"));
        Do(new Hello("BT1", "20221118", "another"));
        state.Upgrades.Values.Select(u => u.Fingerprint).ShouldBe(["one"]);
    }

    private string AskAll() => string.Join(", ", Enumerable.Range(1, 5).Select(Ask));

    private string Ask(int terminal)
    {
        var events = Do(new Hello($"BT{terminal}", "20221118", $"F{terminal}"));
        return $"{terminal} {(events.OfType<GateAnswered>().Single().Answer.State == GateState.Wait ? "wait" : "upgrade")}";
    }

    private void ComeBack(int terminal) => Do(new Hello($"BT{terminal}", "20230801", $"F{terminal}"));

    private IReadOnlyList<IServerEvent> Do(IServerCommand command)
    {
        var events = ServerCore.Decide(state, command, now, Settings);
        state = events.Aggregate(state, ServerCore.Apply);
        return events;
    }
}
