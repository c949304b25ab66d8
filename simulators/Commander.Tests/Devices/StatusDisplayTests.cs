using PairingLab.Commander.Core;
using PairingLab.Commander.Devices.StatusDisplay;

namespace PairingLab.Commander.Tests.Devices;

/// <summary>What a Commander's box shows, and when that changes.</summary>
public sealed class StatusDisplayTests
{
    private static readonly CommanderSettings Settings = new();
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private static readonly DisplayLogic Logic = new(new("commander-1", CommanderSystem.DisplayKind, "commander", "RubyCi"), Settings);

    [Fact]
    public void It_is_dark_until_there_is_an_otp()
    {
        var panel = Logic.Show(new(Now));

        panel.Title.ShouldBe("RubyCi");
        panel.Texts.ShouldBeEmpty();
        Logic.NextPulse(new(Now)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0.0, "47.", 1.0)]
    [InlineData(0.5, "47.", 1.0)]
    [InlineData(1.0, "11", 2.0)]
    [InlineData(1.9, "11", 2.0)]
    [InlineData(2.0, "47.", 3.0)]
    public void The_pairs_of_an_otp_take_turns_every_second_the_first_with_the_point(double seconds, string lit, double nextTurn)
    {
        var state = Logic.Due(Showing(), Now.AddSeconds(seconds));

        Logic.Show(state).Texts.ShouldBe([lit]);
        Logic.NextPulse(state)!.Value.At.ShouldBe(Now.AddSeconds(nextTurn));
    }

    [Fact]
    public void An_otp_that_has_ended_is_not_shown()
    {
        Logic.Show(Logic.Due(Showing(), Now + Settings.SiteOtpLifetime)).Texts.ShouldBeEmpty();
        Logic.Show(Logic.Receive(Showing(), DisplayRequest.Watch, new(null), Now)).Texts.ShouldBeEmpty();
    }

    [Fact]
    public void While_its_software_is_re_loaded_nothing_is_shown_and_nothing_can_be_pressed()
    {
        var reloading = Logic.Press(Showing(), DisplayLogic.Reload, Now);

        Logic.Wants(reloading).ShouldContain(DisplayRequest.Reload);
        Logic.Show(reloading).Buttons.ShouldBeEmpty();
        var told = Logic.Receive(reloading, DisplayRequest.Watch, new(null), Now);
        Logic.Wants(told).ShouldContain(DisplayRequest.Reload, "its digits went dark, which is not the end of it");
        Logic.Show(Logic.Receive(told, DisplayRequest.Reload, new(null), Now)).Buttons.Select(b => b.Name)
            .ShouldBe([DisplayLogic.Reload, DisplayLogic.FailUpgrades]);
    }

    [Fact]
    public void The_pairing_fails_in_auto_upgrades_as_the_setting_or_the_button_says()
    {
        var failing = new DisplayLogic(
            new("commander-1", CommanderSystem.DisplayKind, "commander", "RubyCi"), new() { PairingFailsInAutoUpgrade = true });
        var booted = failing.Boot(null!, Now);
        failing.Wants(booted).ShouldContain(DisplayRequest.WithholdTrust);
        var mended = failing.Press(booted, DisplayLogic.LetUpgradesSucceed, Now);
        failing.Wants(mended).ShouldBe([DisplayRequest.Watch, DisplayRequest.GiveTrust]);
        failing.Wants(failing.Press(mended, DisplayLogic.FailUpgrades, Now)).ShouldContain(DisplayRequest.WithholdTrust);
    }

    private static DisplayState Showing() =>
        Logic.Receive(new(Now), DisplayRequest.Watch, new(new SiteOtp("4711", Now, Now + Settings.SiteOtpLifetime)), Now);
}
