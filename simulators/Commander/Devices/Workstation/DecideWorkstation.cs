using PairingLab.Commander.Core;
using PairingLab.Commander.Devices.Workstation.Commands;
using PairingLab.Commander.Devices.Workstation.Events;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>State + command + time → events, for a workstation.</summary>
public static class DecideWorkstation
{
    /// <summary>What follows from a command; what does not fit the present screen brings nothing.</summary>
    public static IReadOnlyList<IWorkstationEvent> On(
        WorkstationState state, IWorkstationCommand command, DateTimeOffset now, CommanderSettings settings)
    {
        var events = new List<IWorkstationEvent>();
        var current = WorkstationPassing.Time(state, now, settings, events);
        events.AddRange(command switch
        {
            PowerOn => [new Booted(now + settings.BootTakes)],
            PressButton c => WorkstationButtons.On(current, c.Button, now, settings),
            TypeOtp c => Typing(current, c.Text),
            SessionGiven c => Given(current, c),
            SessionRefused c => Waiting(current, WorkstationScreen.PleaseWait, c.Attempt) ? [BackToPairPos(c.Code)] : [],
            NoAnswer c => NoAnswerTo(current, c.Attempt),
            PairingDone c => Done(current, c, settings),
            PairingRefused c => Waiting(current, WorkstationScreen.Processing, c.Attempt) ? [BackToPairPos("")] : [],
            OtpGiven c => current.Screen == WorkstationScreen.MaintenanceMenu ? [new OtpShown(c.Otp)] : [],
            PassTime => [],
            _ => WorkstationTrust.On(current, command, now, settings),
        });
        return events;
    }

    /// <summary>The keypad takes characters of the pairing alphabet only, six at most; others have no key.</summary>
    private static IEnumerable<IWorkstationEvent> Typing(WorkstationState state, string text)
    {
        if (state.Screen != WorkstationScreen.Keypad)
        {
            return [];
        }

        var keys = text.Where(c => PairingKeypad.Characters.Contains(c, StringComparison.Ordinal)).Take(PairingKeypad.OtpLength);
        return [new OtpTyped(string.Concat(keys))];
    }

    private static IEnumerable<IWorkstationEvent> Given(WorkstationState state, SessionGiven c) =>
        Waiting(state, WorkstationScreen.PleaseWait, c.Attempt)
            ? [new SessionHeld(c.Session), new ScreenShown(WorkstationScreen.Keypad, c.EnterUntil)]
            : [new SessionGivenUp(c.Session)];

    private static IEnumerable<IWorkstationEvent> Done(WorkstationState state, PairingDone c, CommanderSettings settings) =>
        Waiting(state, WorkstationScreen.Processing, c.Attempt)
            ? [new Paired(c.TrustedUntil, c.TrustedUntil - settings.RenewalWindow), new ScreenShown(WorkstationScreen.SuccessfullyPaired, null)]
            : [];

    private static IEnumerable<IWorkstationEvent> NoAnswerTo(WorkstationState state, int attempt) =>
        attempt == state.Attempt && state.Screen is WorkstationScreen.PleaseWait or WorkstationScreen.Processing
            ? [new ScreenShown(WorkstationScreen.CannotCommunicate, null)]
            : [];

    private static bool Waiting(WorkstationState state, WorkstationScreen screen, int attempt) =>
        state.Screen == screen && state.Attempt == attempt;

    /// <summary>The seed's three messages, by what the Commander said.</summary>
    private static ScreenShown BackToPairPos(string code) => new(WorkstationScreen.PairPos, null, code switch
    {
        "another_is_pairing" => Texts.UnableAtThisMoment,
        "service_not_running" => Texts.StartServiceAndTryAgain,
        "third_party_pos" => "This feature is only used with Verifone POS Workstations. It will not work with third-party POS systems.",
        _ => Texts.UnableToPair,
    });
}
