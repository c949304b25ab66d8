using PairingLab.Kernel.Network;
using PairingLab.TerminalTrust.Api;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Kiosk;

namespace PairingLab.TerminalTrust.Tests.Devices;

/// <summary>What a terminal does with replies, true and false ones.</summary>
public sealed class ReplyHandlingTests
{
    private static readonly KioskState Ancient = new() { Serial = "BT1", Firmware = "20190130", Code = "OWN" };

    private static readonly KioskState Interrupted = Ancient with { Upgrade = new("20221118", "old", 16, 32) };

    private static readonly KioskState New = Ancient with { Firmware = "20230801" };

    private static readonly KioskState Paired =
        ReplyHandling.Gate(New with { Scenario = DeploymentScenario.B }, new(new PairedResponse("https://m", "PIN", null)));

    [Theory]
    [InlineData("20221118", "20230801", true)]
    [InlineData("20230801", "20230801", false)]
    [InlineData("20240105", "20230801", false)]
    [InlineData("20221118", "later", false)]
    public void An_upgrade_is_begun_to_newer_firmware_only(string firmware, string offered, bool begun)
    {
        var after = ReplyHandling.Gate(Ancient with { Firmware = firmware }, new(new UpgradeRequiredResponse(offered, "p")));
        after.Upgrade.ShouldBe(begun ? new KioskUpgrade(offered, "p") : null);
        after.Trouble.ShouldBe(begun ? null : new KioskTrouble(ErrorBits.UnknownNetworkError));
    }

    [Theory]
    [InlineData("20190130", "20221118", "20221118", "20221118")]
    [InlineData("20190130", "20221118", "20230801", "20190130")]
    [InlineData("20230801", "20221118", "20221118", "20230801")]
    [InlineData("20230801", "20230801", "20230801", "20230801")]
    [InlineData("20190130", "20221118", null, "20190130")]
    public void A_package_is_installed_when_it_has_the_expected_version_and_is_newer(
        string firmware, string expected, string? inPackage, string after)
    {
        var installed = ReplyHandling.Installed(Ancient with { Firmware = firmware, Upgrade = new(expected, "p", 8, 8) }, inPackage);
        installed.Firmware.ShouldBe(after);
        installed.Upgrade.ShouldBeNull();
        installed.Trouble.ShouldBe(after == firmware ? new KioskTrouble(ErrorBits.UnknownNetworkError) : null);
    }

    [Fact]
    public void An_interrupted_upgrade_goes_on_where_it_stopped() =>
        ReplyHandling.Gate(Interrupted, new(new UpgradeRequiredResponse("20221118", "new"))).Upgrade
            .ShouldBe(new("20221118", "new", 16, 32));

    [Fact]
    public void An_upgrade_to_another_version_begins_at_its_first_piece() =>
        ReplyHandling.Gate(Interrupted, new(new UpgradeRequiredResponse("20230801", "new"))).Upgrade.ShouldBe(new("20230801", "new"));

    [Theory]
    [InlineData(FailureReason.NobodyThere, 1)]
    [InlineData(FailureReason.CalledBack, 513)]
    [InlineData(FailureReason.Tls, 4096)]
    [InlineData(FailureReason.Tunnel, 1)]
    [InlineData(FailureReason.Broken, 1024)]
    public void Each_failed_request_has_its_error_bits(FailureReason why, int bits)
    {
        ((int)ReplyHandling.Gate(New, new(null, why)).Trouble!.Bits).ShouldBe(bits);
        ((int)ReplyHandling.Master(New, new(Serves: false, Why: why)).Trouble!.Bits).ShouldBe(bits);
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
        ReplyHandling.Gate(New, new(new RejectedResponse(reason))).Trouble.ShouldBe(expected);
        ReplyHandling.Master(New, new(Serves: false, (RejectionReason)reason)).Trouble.ShouldBe(expected);
    }

    [Fact]
    public void The_first_master_that_gate_names_is_pinned() =>
        (Paired.Pin, Paired.Master, Paired.Trouble).ShouldBe(("PIN", "https://m", null));

    [Fact]
    public void Gate_can_not_send_a_paired_terminal_to_another_master()
    {
        var after = ReplyHandling.Gate(Paired, new(new PairedResponse("https://other", "ANOTHER", null)));
        (after.Pin, after.Master, after.Trouble).ShouldBe(("PIN", null, new KioskTrouble(ErrorBits.CertificateMismatch)));
    }

    [Fact]
    public void A_master_with_another_certificate_is_a_mismatch() =>
        ReplyHandling.Master(Paired, new(Serves: false, Why: FailureReason.Tls, IsAnother: true)).Trouble
            .ShouldBe(new KioskTrouble(ErrorBits.CertificateMismatch));

    [Theory]
    [InlineData(DeploymentScenario.A, true)]
    [InlineData(DeploymentScenario.B, false)]
    public void Without_a_vpn_configuration_a_terminal_of_scenario_A_has_a_vpn_connection_error(DeploymentScenario scenario, bool isError)
    {
        var reply = ReplyHandling.Gate(New with { Scenario = scenario }, new(new PairedResponse("https://m", "PIN", null)));
        reply.Trouble.ShouldBe(isError ? new KioskTrouble(ErrorBits.NotReachable, Vpn: true) : null);
        (reply.Master is null).ShouldBe(isError);
        var failed = ReplyHandling.Master(New with { Scenario = scenario }, new(Serves: false, Why: FailureReason.Tunnel));
        failed.Trouble!.Vpn.ShouldBe(isError);
    }

    [Fact]
    public void A_terminal_that_waits_for_the_operator_is_rejected_with_reason_2_and_shows_its_own_code_whatever_it_is_told()
    {
        var waiting = ReplyHandling.Gate(New, new(new PendingResponse("SOMEBODY-ELSES")));
        (waiting.Code, waiting.Trouble).ShouldBe(("OWN", new KioskTrouble(ErrorBits.Rejected, RejectionReason.NotPaired)));
    }
}
