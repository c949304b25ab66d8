using PairingLab.Commander.Core;
using PairingLab.Commander.Devices.Workstation.Events;
using static PairingLab.Commander.Devices.Workstation.WorkstationScreen;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>What each button of each screen does.</summary>
internal static class WorkstationButtons
{
    public static IEnumerable<IWorkstationEvent> On(WorkstationState state, string button, DateTimeOffset now, CommanderSettings settings) =>
        (state.Screen, button) switch
        {
            (PairPos, "Pair POS") => [new SessionAsked(state.Attempt + 1), new ScreenShown(PleaseWait, now + settings.AnswerPatience)],
            (Keypad, "OK") when state.Typed.Length == PairingKeypad.OtpLength => Submit(state, now, settings),
            (Keypad, "Cancel") => [new SessionGivenUp(state.Session!), new ScreenShown(PairPos, null)],
            (Keypad, PairingKeypad.Clear) when state.Typed.Length > 0 => [new OtpTyped(state.Typed[..^1])],
            (Keypad, { Length: 1 }) when state.Typed.Length < PairingKeypad.OtpLength
                && PairingKeypad.Characters.Contains(button, StringComparison.Ordinal) => [new OtpTyped(state.Typed + button)],
            (SuccessfullyPaired, "OK") => [new ScreenShown(PreparingApplication, now + settings.MessageStays)],
            (CannotCommunicate, "OK") => [new ScreenShown(PairPos, null)],
            (UpgradePairingFailed, "OK") => [new PairingModeEntered(), new Booted(now + settings.BootTakes)],
            _ => InApplication(state, button, now, settings),
        };

    private static IEnumerable<IWorkstationEvent> InApplication(WorkstationState state, string button, DateTimeOffset now, CommanderSettings settings) =>
        (state.Screen, button) switch
        {
            (Login, "Log in to Sales") => [BetweenTransactions(state)],
            (Alert, "OK") => [new ScreenShown(Sales, null)],
            (Sales, "New Sale") => [new ScreenShown(Transaction, null)],
            (Sales, "CSR Func") => [new ScreenShown(CsrFunc, null)],
            (Sales, "Log Out") => [new ScreenShown(Login, null)],
            (Transaction, "Pay Cash") => [new SaleMade(), BetweenTransactions(state)],
            (CsrFunc, "Maintenance Menu") => [new ScreenShown(MaintenanceMenu, null)],
            (CsrFunc, "Back") => [BetweenTransactions(state)],
            (MaintenanceMenu, "Perform POS Pairing") when SoftwareBase.HasPairing(state.Base) => [new ScreenShown(AskPairing, null)],
            (MaintenanceMenu, "Generate OTP") when state.Linked => [new OtpAsked()],
            (MaintenanceMenu, "Back") => [new ScreenShown(CsrFunc, null)],
            (AskPairing, "Yes") => [new PairingModeEntered(), new ScreenShown(RebootingToPair, now + settings.MessageStays)],
            (AskPairing, "No") => [new ScreenShown(MaintenanceMenu, null)],
            _ => [],
        };

    private static IEnumerable<IWorkstationEvent> Submit(WorkstationState state, DateTimeOffset now, CommanderSettings settings) =>
    [
        new OtpSubmitted(state.Attempt, state.Session!, state.Typed),
        new ScreenShown(Processing, now + settings.AnswerPatience),
    ];

    /// <summary>Seed: the alert shows "at login to Sales or between each transaction in Sales".</summary>
    private static ScreenShown BetweenTransactions(WorkstationState state) =>
        new(state.Alert == PairingAlert.None ? Sales : Alert, null);
}
