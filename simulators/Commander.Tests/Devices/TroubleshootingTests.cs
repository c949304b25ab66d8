using PairingLab.Commander.Core;
using PairingLab.Commander.Devices.Workstation;

namespace PairingLab.Commander.Tests.Devices;

/// <summary>What the lab tells beside a screen.</summary>
public sealed class TroubleshootingTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_screen_that_a_workstation_gets_stuck_at_has_an_entry()
    {
        WorkstationScreen[] stuck = [WorkstationScreen.CannotCommunicate, WorkstationScreen.Alert, WorkstationScreen.UpgradePairingFailed];
        foreach (var screen in stuck)
        {
            Troubleshooting.For(WorkstationPanel.Of("pos-1", new(WorkstationMemory.Fresh("53.29")) { Screen = screen })).ShouldNotBeNull();
        }

        string[] said = [Texts.UnableToPair, Texts.UnableAtThisMoment, Texts.StartServiceAndTryAgain];
        said.ShouldBeSubsetOf(Troubleshooting.Messages);
        Troubleshooting.For(WorkstationPanel.Of("pos-1", new(WorkstationMemory.Fresh("53.29")) { Screen = WorkstationScreen.Sales }))
            .ShouldBeNull();
    }

    [Fact]
    public void The_pairing_service_is_told_with_the_time_that_is_left()
    {
        Line(null).ShouldBe("The Commander has no power.");
        Line(CommanderState.New).ShouldBe("Not running.");
        Line(CommanderState.New with { Base = "53.28" }).ShouldBe("None: the Commander runs Base 53.28.");
        var running = CommanderState.New with { Service = new(Now.AddSeconds(570), Now.AddMinutes(15)) };
        Line(running).ShouldBe("Running. Press [Pair POS] within 9:30 (until 08:09:30 lab time).");
        var session = new PairingSession("s", "pos-1", "A1C2d3", Now.AddSeconds(45), Now.AddMinutes(3));
        Line(running with { Session = session })
            .ShouldBe("Running. pos-1 waits: retrieve the Pairing OTP within 0:45 (until 08:00:45 lab time).");
        Line(running with { Session = session with { Retrieved = true } })
            .ShouldBe("Running. pos-1 waits: enter the Pairing OTP within 3:00 (until 08:03:00 lab time).");

        static string Line(CommanderState? state) => ServiceHelp.Of(state, Now).Lines[0];
    }
}
