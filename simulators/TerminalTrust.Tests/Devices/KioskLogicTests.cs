using PairingLab.Kernel.Network;
using PairingLab.TerminalTrust.Api;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Kiosk;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Tests.Devices;

/// <summary>What a terminal asks, and when.</summary>
public sealed class KioskLogicTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private static readonly TrustSettings Settings = new();

    private static readonly KioskLogic Logic = new("kiosk-1", "BT1", "20230801", Settings);

    /// <summary>It has booted, and says hello.</summary>
    private static readonly KioskState Asking = Logic.Due(
        new() { Serial = "BT1", Code = "OWN", Identity = "key", Host = "gate", Scenario = DeploymentScenario.B, BootedAt = Now }, Now);

    private static readonly KioskState Served = Receive(
        Receive(Asking, new GateReply(new PairedResponse("https://m", "PIN", null)), Now), new MasterReply(Serves: true), Now);

    private static readonly KioskState Downloading = Receive(
        Asking with { Firmware = "20190130" }, new GateReply(new UpgradeRequiredResponse("20221118", "https://gate/package")), Now);

    [Fact]
    public void It_says_hello_when_it_has_booted() =>
        Logic.Wants(Asking).ShouldBe([new KioskRequest.Hello("https://gate:7741", "BT1", "20230801", "key")]);

    [Fact]
    public void A_new_terminal_makes_its_key_before_anything_else()
    {
        var booting = Asking with { Identity = null, Screen = KioskScreen.Starting };
        Logic.Wants(booting).ShouldBe([new KioskRequest.MakeKey("BT1")]);
        Logic.NextDue(booting).ShouldBeNull();
        Logic.Due(booting, Now).ShouldBe(booting);
    }

    [Fact]
    public void It_asks_at_equal_intervals_however_long_an_answer_takes()
    {
        Served.AskAt.ShouldBe(Now + Settings.AskInterval);
        Logic.NextPulse(Served).ShouldBe(new(Now + Settings.AskInterval, Settings.AskInterval));
        Logic.NextPulse(Asking).ShouldBeNull("it waits for an answer");
        Receive(Asking, new GateReply(null, FailureReason.Broken), Now + TimeSpan.FromSeconds(12)).AskAt
            .ShouldBe(Now + TimeSpan.FromSeconds(15));
        Receive(Asking, new GateReply(null, FailureReason.CalledBack), Now + TimeSpan.FromSeconds(30)).AskAt
            .ShouldBe(Now + TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_clock_that_jumps_may_skip_what_a_terminal_asks_whatever_it_was_answered()
    {
        var waiting = Receive(Asking, new GateReply(new PendingResponse("OWN")), Now);
        (Logic.NextPulse(waiting) is null, Logic.NextDue(waiting)).ShouldBe((false, null));
        var refused = Receive(Asking, new GateReply(new RejectedResponse((int)RejectionReason.NotRegistered)), Now);
        (Logic.NextPulse(refused) is null, Logic.NextDue(refused)).ShouldBe((false, null));
    }

    [Fact]
    public void A_terminal_without_a_server_host_asks_nothing()
    {
        var hostless = Served with { Host = "", Master = null };
        (Logic.NextPulse(hostless), Logic.NextDue(hostless)).ShouldBe((null, null));
        Logic.Due(hostless, Now + TimeSpan.FromDays(1)).ShouldBe(hostless);
    }

    [Fact]
    public void Rejected_by_the_master_it_goes_to_gate_unless_gate_has_just_sent_it_there()
    {
        var rejection = new MasterReply(Serves: false, RejectionReason.NotPaired);
        Receive(Logic.Due(Served, Served.AskAt), rejection, Served.AskAt).Asking.ShouldBe(KioskAsks.Gate);
        var sent = Receive(Asking, new GateReply(new PairedResponse("https://m", "PIN", null)), Now);
        Receive(sent, rejection, Now).Asking.ShouldBe(KioskAsks.Nothing);
    }

    [Fact]
    public void Firmware_is_downloaded_piece_by_piece_and_installed_with_the_last()
    {
        var package = FirmwarePackage.Of("20221118");
        var (state, now) = (Downloading, Now);
        for (var from = 0; from < package.Length; from += package.Length / 2)
        {
            Logic.Wants(state).ShouldBeEmpty();
            now = Logic.NextDue(state)!.Value;
            state = Logic.Due(state, now);
            Logic.Wants(state).ShouldBe([new KioskRequest.Fetch("https://gate/package", from, "key")]);
            state = Receive(state, new PieceReply(package[from..(from + (package.Length / 2))], package.Length, FailureReason.None), now);
        }

        now.ShouldBe(Now + (2 * Settings.PieceTakes));
        (state.Screen, state.Firmware, state.Upgrade, state.Package).ShouldBe((KioskScreen.Starting, "20221118", null, null));
        Logic.NextDue(state).ShouldBe(now + Settings.BootTakes);
    }

    [Fact]
    public void Another_server_host_ends_a_download()
    {
        var open = Logic.Press(Downloading, "Advanced administration", Now);
        var saved = Logic.Press(Logic.Type(open, KioskLogic.HostField, "other"), "Save", Now);
        Logic.Wants(saved).ShouldBe([new KioskRequest.Hello("https://other:7741", "BT1", "20190130", "key")]);
        Logic.NextDue(saved).ShouldBeNull();
    }

    [Theory]
    [InlineData("Restore", "PIN", "key", "OWN")]
    [InlineData("Factory reset", null, null, "")]
    public void What_is_left_after(string button, string? pin, string? identity, string code)
    {
        var asked = Logic.Press(Logic.Press(Served, "Advanced administration", Now), button, Now);
        var left = Logic.Press(asked, "Yes", Now);
        (left.Screen, left.Firmware, left.Host, left.Pin, left.Identity, left.Code).ShouldBe(
            (KioskScreen.Starting, "20230801", "", pin, identity, code));
    }

    private static KioskState Receive(KioskState state, KioskReply reply, DateTimeOffset now) =>
        Logic.Receive(state, Logic.Wants(state).Single(), reply, now);
}
