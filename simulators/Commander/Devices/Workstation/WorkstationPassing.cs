using PairingLab.Commander.Core;
using PairingLab.Commander.Devices.Workstation.Events;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>What time brings to a workstation by itself.</summary>
public static class WorkstationPassing
{
    /// <summary>Adds the events that are due and gives the state after them.</summary>
    public static WorkstationState Time(WorkstationState state, DateTimeOffset now, CommanderSettings settings, List<IWorkstationEvent> events)
    {
        // A boot that is over leads to a screen with a time of its own, hence the loop.
        while (state.ScreenUntil is { } until && now >= until)
        {
            state = Apply(state, ScreenOver(state, until, settings), events);
        }

        return Apply(state, CertificateAges(state, now), events);
    }

    /// <summary>When time brings the next event; null when never.</summary>
    public static DateTimeOffset? NextDeadline(WorkstationState state)
    {
        DateTimeOffset?[] deadlines =
        [
            state.ScreenUntil,
            state.RenewalAnnounced ? null : state.RenewFrom,
            state.Alert == PairingAlert.None ? state.TrustedUntil : null,
        ];
        return deadlines.Min();
    }

    private static IEnumerable<IWorkstationEvent> ScreenOver(WorkstationState state, DateTimeOffset at, CommanderSettings settings) => state.Screen switch
    {
        WorkstationScreen.Booting when state.PairingMode && SoftwareBase.HasPairing(state.Base) => [new ScreenShown(WorkstationScreen.PairPos, null)],
        WorkstationScreen.Booting => [new ApplicationStarted(), new ScreenShown(WorkstationScreen.Login, null)],
        WorkstationScreen.RebootingToPair => [new Booted(at + settings.BootTakes)],
        WorkstationScreen.PreparingApplication => [new Booted(at + settings.BootTakes)],
        WorkstationScreen.PleaseWait or WorkstationScreen.Processing => [new AnswerGivenUp(), new ScreenShown(WorkstationScreen.CannotCommunicate, null)],
        WorkstationScreen.Keypad => [new ScreenShown(WorkstationScreen.PairPos, null, Texts.UnableToPair)],
        WorkstationScreen.Upgrading => [new AnswerGivenUp(), new ScreenShown(WorkstationScreen.UpgradePairingFailed, null)],
        _ => throw new InvalidOperationException($"the screen {state.Screen} has no end of its own"),
    };

    private static IEnumerable<IWorkstationEvent> CertificateAges(WorkstationState state, DateTimeOffset now)
    {
        if (!state.RenewalAnnounced && now >= state.RenewFrom)
        {
            yield return new RenewalDue();
            if (now < state.TrustedUntil)
            {
                yield return new MessageGiven(Texts.RenewalScheduled);
            }
        }

        if (state.Alert == PairingAlert.None && now >= state.TrustedUntil)
        {
            yield return new AlertRaised(PairingAlert.Invalid);
            yield return new MessageGiven(Texts.CertificatesExpired);
            if (state.Screen == WorkstationScreen.Sales)
            {
                yield return new ScreenShown(WorkstationScreen.Alert, null);
            }
        }
    }

    private static WorkstationState Apply(WorkstationState state, IEnumerable<IWorkstationEvent> due, List<IWorkstationEvent> events)
    {
        foreach (var happened in due)
        {
            events.Add(happened);
            state = EvolveWorkstation.After(state, happened);
        }

        return state;
    }
}
