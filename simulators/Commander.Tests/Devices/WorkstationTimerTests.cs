using PairingLab.Commander.Devices.Workstation;
using PairingLab.Commander.Devices.Workstation.Commands;
using PairingLab.Commander.Devices.Workstation.Events;
using PairingLab.Commander.Tests.Core;

namespace PairingLab.Commander.Tests.Devices;

/// <summary>Both edges of a workstation's own timers, to the tick.</summary>
public sealed class WorkstationTimerTests
{
    private static readonly CommanderSettings Settings = new();
    private static readonly DateTimeOffset End = States.Now;

    private static readonly WorkstationState PairedState = new()
    {
        PairingMode = false,
        Screen = WorkstationScreen.Login,
        TrustedUntil = End,
        RenewFrom = End - Settings.RenewalWindow,
        RenewalAnnounced = true,
    };

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void A_link_is_taken_up_to_the_end_of_the_certificate(int ticks, bool taken) =>
        On(PairedState with { Alert = PairingAlert.Invalid }, new LinkOpened(), ticks).OfType<LinkCameUp>().Any().ShouldBe(taken);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void The_alert_is_raised_at_the_end_of_the_certificate(int ticks, bool raised) =>
        On(PairedState, new PassTime(), ticks).Contains(new AlertRaised(PairingAlert.Invalid)).ShouldBe(raised);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void Renewal_falls_due_two_weeks_before(int ticks, bool due) =>
        On(PairedState with { RenewalAnnounced = false, RenewFrom = End, TrustedUntil = End.AddDays(14) }, new PassTime(), ticks)
            .OfType<RenewalDue>().Any().ShouldBe(due);

    [Theory]
    [InlineData(WorkstationScreen.PleaseWait, WorkstationScreen.CannotCommunicate)]
    [InlineData(WorkstationScreen.Processing, WorkstationScreen.CannotCommunicate)]
    [InlineData(WorkstationScreen.Keypad, WorkstationScreen.PairPos)]
    [InlineData(WorkstationScreen.Upgrading, WorkstationScreen.UpgradePairingFailed)]
    [InlineData(WorkstationScreen.Booting, WorkstationScreen.PairPos)]
    public void A_screen_with_a_time_of_its_own_ends_just_then(WorkstationScreen screen, WorkstationScreen next)
    {
        var state = new WorkstationState { Screen = screen, ScreenUntil = End };

        After(state, -1).Screen.ShouldBe(screen);
        After(state, 0).Screen.ShouldBe(next);
    }

    private static WorkstationState After(WorkstationState state, int ticks) =>
        On(state, new PassTime(), ticks).Aggregate(state, EvolveWorkstation.After);

    private static IReadOnlyList<IWorkstationEvent> On(WorkstationState state, IWorkstationCommand command, int ticks) =>
        DecideWorkstation.On(state, command, End.AddTicks(ticks), Settings);
}
