using PairingLab.Commander.Devices.Workstation;
using PairingLab.Commander.Tests.Core;

namespace PairingLab.Commander.Tests.Devices;

/// <summary>Both edges of a workstation's own timers, to the tick.</summary>
public sealed class WorkstationTimerTests
{
    private static readonly CommanderSettings Settings = new();
    private static readonly DateTimeOffset End = States.Now;

    private static readonly WorkstationLogic Logic =
        new(new("pos-1", CommanderSystem.WorkstationKind, "commander", "Topaz"), "53.29", Settings);

    private static readonly WorkstationState PairedState = new(
        new("53.29", PairingMode: false, End, End - Settings.RenewalWindow, RenewalAnnounced: true, PairingAlert.None, []))
    {
        Credentials = "pem",
        Screen = WorkstationScreen.Login,
    };

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void A_link_is_taken_up_to_the_end_of_the_certificate(int ticks, bool taken)
    {
        var opening = PairedState with
        {
            Memory = PairedState.Memory with { Alert = PairingAlert.Invalid },
            Link = new() { IsWanted = true },
        };

        var state = Logic.Receive(opening, new WorkstationRequest.Link(0, "pem"), new WorkstationReply.LinkUp(), End.AddTicks(ticks));

        state.Link.IsUp.ShouldBe(taken);
        state.Memory.Alert.ShouldBe(taken ? PairingAlert.None : PairingAlert.Invalid);
    }

    [Theory]
    [InlineData(-1, PairingAlert.None)]
    [InlineData(0, PairingAlert.Invalid)]
    public void The_alert_is_raised_at_the_end_of_the_certificate(int ticks, PairingAlert alert) =>
        After(PairedState, ticks).Memory.Alert.ShouldBe(alert);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void Renewal_falls_due_two_weeks_before(int ticks, bool due)
    {
        var memory = PairedState.Memory with { RenewalAnnounced = false, RenewFrom = End, TrustedUntil = End.AddDays(14) };

        After(PairedState with { Memory = memory }, ticks).Memory.RenewalAnnounced.ShouldBe(due);
    }

    [Theory]
    [InlineData(WorkstationScreen.Keypad, WorkstationScreen.PairPos)]
    [InlineData(WorkstationScreen.Booting, WorkstationScreen.PairPos)]
    [InlineData(WorkstationScreen.RebootingToPair, WorkstationScreen.Booting)]
    [InlineData(WorkstationScreen.PreparingApplication, WorkstationScreen.Booting)]
    public void A_screen_with_a_time_of_its_own_ends_just_then(WorkstationScreen screen, WorkstationScreen next)
    {
        var state = new WorkstationState(WorkstationMemory.Fresh("53.29")) { Screen = screen, ScreenUntil = End };

        Logic.NextDue(state).ShouldBe(End);
        After(state, -1).Screen.ShouldBe(screen);
        After(state, 0).Screen.ShouldBe(next);
    }

    [Theory]
    [InlineData(WorkstationScreen.PleaseWait, WorkstationScreen.CannotCommunicate)]
    [InlineData(WorkstationScreen.Processing, WorkstationScreen.CannotCommunicate)]
    [InlineData(WorkstationScreen.Upgrading, WorkstationScreen.UpgradePairingFailed)]
    public void A_screen_that_waits_for_the_commander_ends_with_the_patience_of_its_request(
        WorkstationScreen screen, WorkstationScreen next)
    {
        var state = new WorkstationState(WorkstationMemory.Fresh("53.29")) { Screen = screen, Session = "s", Typed = "A1C2d3" };
        var asked = Logic.Wants(state).Single(r => r is not WorkstationRequest.ServeHelpdesk);

        Logic.Patience(asked).ShouldBe(Settings.AnswerPatience);
        Logic.Receive(state, asked, new WorkstationReply.NoAnswer(), End).Screen.ShouldBe(next);
    }

    private static WorkstationState After(WorkstationState state, int ticks) => Logic.Due(state, End.AddTicks(ticks));
}
