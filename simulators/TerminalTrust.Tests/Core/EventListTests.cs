using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Tests.Core;

/// <summary>What stands in the event list of CAS about rejections and silence; each once, however often a terminal asks.</summary>
public sealed class EventListTests
{
    private static readonly TrustSettings Settings = new();
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private ServerState state = ServerState.New with
    {
        Terminals = ServerState.New.Terminals.Add("BT1", new("BT1") { Fingerprint = "AA" }),
        Trusted = ServerState.New.Trusted.Add("AA", "BT1"),
    };

    [Fact]
    public void A_fingerprint_mismatch_stands_there_once_and_in_the_list_while_the_real_terminal_is_online()
    {
        Do(0, new AskStatus("AA", "127.0.0.1", ThroughVpn: false));
        for (var second = 1; second <= 14; second += 5)
        {
            Do(second, new Hello("BT1", "20230801", "thief"));
            Do(second + 1, new AskStatus("AA", "127.0.0.1", ThroughVpn: false));
        }

        Codes().ShouldBe([EventCode.Connected, EventCode.FingerprintMismatch]);
        (state.Terminals["BT1"].Status, state.Terminals["BT1"].MismatchAt).ShouldBe((TerminalStatus.Online, Start.AddSeconds(11)));
        Do(100, new Hello("BT1", "20230801", "thief"));
        Codes()[^1].ShouldBe(EventCode.FingerprintMismatch, "a second attack");
    }

    [Theory]
    [InlineData(EventCode.IpWhitelistRejected)]
    [InlineData(EventCode.Rejected)]
    public void A_rejection_at_master_stands_there_once(EventCode code)
    {
        state = state with
        {
            Rules = code == EventCode.Rejected
                ? ServingRules.New with { ExchangeRate = null }
                : ServingRules.New with { IpWhitelist = ["10.0.0.1"] },
        };
        Do(0, new AskStatus("AA", "127.0.0.1", ThroughVpn: false));
        Do(5, new AskStatus("AA", "127.0.0.1", ThroughVpn: false));
        Codes().ShouldBe([code]);
    }

    [Theory]
    [InlineData("10.0.0.1", 4)]
    [InlineData("10.0.0.1, 127.0.0.1", null)]
    [InlineData("127.0.0.11", 4)]
    [InlineData("", null)]
    public void A_terminal_has_an_IP_whitelist_of_its_own(string addresses, int? reason)
    {
        state = state with { Terminals = state.Terminals.SetItem("BT1", state.Terminals["BT1"] with { IpWhitelist = addresses }) };
        var events = ServerCore.Decide(state, new AskStatus("AA", "127.0.0.1", ThroughVpn: false), Start, Settings);
        ((int?)events.OfType<MasterAnswered>().Single().Reason).ShouldBe(reason);
        events.OfType<Logged>().Single().Code.ShouldBe(reason is null ? EventCode.Connected : EventCode.IpWhitelistRejected);
    }

    [Fact]
    public void Going_offline_and_coming_back_stand_there()
    {
        Do(0, new AskStatus("AA", "127.0.0.1", ThroughVpn: false));
        Do(14, new PassTime());
        Codes().ShouldBe([EventCode.Connected]);
        Do(15, new PassTime());
        Do(60, new AskStatus("AA", "127.0.0.1", ThroughVpn: false));
        Codes().ShouldBe([EventCode.Connected, EventCode.WentOffline, EventCode.BackOnline, EventCode.Connected]);
    }

    private List<EventCode> Codes() => [.. state.Log.Select(e => e.Code)];

    private void Do(double second, IServerCommand command) =>
        state = ServerCore.Decide(state, command, Start.AddSeconds(second), Settings).Aggregate(state, ServerCore.Apply);
}
