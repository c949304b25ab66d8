using PairingLab.Kernel.Network;
using PairingLab.TerminalTrust.Api;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Kiosk;

namespace PairingLab.TerminalTrust.Tests.Devices;

/// <summary>What a terminal makes of what it is told, by whoever tells it.</summary>
public sealed class KioskHearingTests
{
    private static readonly KioskState Ancient = new() { Serial = "BT1", Firmware = "20190130", Code = "OWN" };
    private static readonly KioskState New = Ancient with { Firmware = "20230801" };

    [Theory]
    [InlineData("20221118", "20230801", true)]
    [InlineData("20230801", "20230801", false)]
    [InlineData("20240105", "20230801", false)]
    [InlineData("20221118", "later", false)]
    public void An_upgrade_is_begun_to_newer_firmware_only(string firmware, string offered, bool begun)
    {
        var after = KioskHearing.Gate(Ancient with { Firmware = firmware }, new(new UpgradeRequiredResponse(offered, "p")));
        after.Upgrade.ShouldBe(begun ? new KioskUpgrade(offered, "p") : null);
        after.Trouble.ShouldBe(begun ? null : new KioskTrouble(ErrorBits.UnknownNetworkError));
    }

    [Theory]
    [InlineData("20190130", "20221118", "20221118", "20221118")]
    [InlineData("20190130", "20221118", "20230801", "20190130")]
    [InlineData("20230801", "20221118", "20221118", "20230801")]
    [InlineData("20230801", "20230801", "20230801", "20230801")]
    [InlineData("20190130", "20221118", null, "20190130")]
    public void A_package_is_installed_when_it_is_what_was_to_come_and_newer(string firmware, string expected, string? inPackage, string after)
    {
        var installed = KioskHearing.Installed(Ancient with { Firmware = firmware, Upgrade = new(expected, "p", 8, 8) }, inPackage);
        installed.Firmware.ShouldBe(after);
        installed.Upgrade.ShouldBeNull();
        installed.Trouble.ShouldBe(after == firmware ? new KioskTrouble(ErrorBits.UnknownNetworkError) : null);
    }

    [Fact]
    public void An_upgrade_that_was_cut_is_taken_up_again_and_another_one_begins_at_its_beginning()
    {
        var cut = Ancient with { Upgrade = new("20221118", "old", 16, 32) };
        KioskHearing.Gate(cut, new(new UpgradeRequiredResponse("20221118", "new"))).Upgrade.ShouldBe(new("20221118", "new", 16, 32));
        KioskHearing.Gate(cut, new(new UpgradeRequiredResponse("20230801", "new"))).Upgrade.ShouldBe(new("20230801", "new"));
    }

    [Theory]
    [InlineData(NoReply.NobodyThere, 1)]
    [InlineData(NoReply.CalledBack, 513)]
    [InlineData(NoReply.Tls, 4096)]
    [InlineData(NoReply.Tunnel, 1)]
    [InlineData(NoReply.Broken, 1024)]
    public void Each_silence_has_its_error_bits(NoReply why, int bits)
    {
        ((int)KioskHearing.Gate(New, new(null, why)).Trouble!.Bits).ShouldBe(bits);
        ((int)KioskHearing.Master(New, new(Serves: false, Why: why)).Trouble!.Bits).ShouldBe(bits);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Each_rejection_is_shown_with_its_reason_and_bit_256(int reason)
    {
        var expected = new KioskTrouble(ErrorBits.Rejected, (RejectionReason)reason);
        KioskHearing.Gate(New, new(new RejectedResponse(reason))).Trouble.ShouldBe(expected);
        KioskHearing.Master(New, new(Serves: false, (RejectionReason)reason)).Trouble.ShouldBe(expected);
    }

    [Fact]
    public void A_master_is_pinned_once_and_another_one_is_a_mismatch()
    {
        var paired = KioskHearing.Gate(New with { Scenario = DeploymentScenario.B }, new(new PairedResponse("https://m", "PIN", null)));
        (paired.Pin, paired.Master, paired.Trouble).ShouldBe(("PIN", "https://m", null));
        var elsewhere = KioskHearing.Gate(paired, new(new PairedResponse("https://other", "ANOTHER", null)));
        (elsewhere.Pin, elsewhere.Master, elsewhere.Trouble).ShouldBe(("PIN", null, new KioskTrouble(ErrorBits.CertificateMismatch)));
        KioskHearing.Master(paired, new(Serves: false, Why: NoReply.Tls, IsAnother: true)).Trouble.ShouldBe(new KioskTrouble(ErrorBits.CertificateMismatch));
    }

    [Theory]
    [InlineData(DeploymentScenario.A, true)]
    [InlineData(DeploymentScenario.B, false)]
    public void Without_a_vpn_configuration_a_terminal_of_scenario_A_has_a_vpn_connection_error(DeploymentScenario scenario, bool isError)
    {
        var heard = KioskHearing.Gate(New with { Scenario = scenario }, new(new PairedResponse("https://m", "PIN", null)));
        heard.Trouble.ShouldBe(isError ? new KioskTrouble(ErrorBits.NotReachable, Vpn: true) : null);
        (heard.Master is null).ShouldBe(isError);
        KioskHearing.Master(New with { Scenario = scenario }, new(Serves: false, Why: NoReply.Tunnel)).Trouble!.Vpn.ShouldBe(isError);
    }

    [Fact]
    public void A_terminal_that_waits_for_the_operator_is_rejected_with_reason_2_and_shows_its_own_code_whatever_it_is_told()
    {
        var waiting = KioskHearing.Gate(New, new(new PendingResponse("SOMEBODY-ELSES")));
        (waiting.Code, waiting.Trouble).ShouldBe(("OWN", new KioskTrouble(ErrorBits.Rejected, RejectionReason.NotPaired)));
    }
}
