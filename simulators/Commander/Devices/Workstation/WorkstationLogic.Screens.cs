using PairingLab.Commander.Core;
using static PairingLab.Commander.Devices.Workstation.WorkstationScreen;

namespace PairingLab.Commander.Devices.Workstation;

/// <content>Booting, pairing on the screens, and the POS application: login, Sales, CSR Func, Maintenance Menu.</content>
public sealed partial class WorkstationLogic
{
    /// <summary>Only what the disk holds survives a boot; nothing is under way after it.</summary>
    private WorkstationState Reboot(WorkstationState state, DateTimeOffset now) =>
        Go(state, Booting, now + settings.BootTakes) with { Link = new() { Number = state.Link.Number }, LastSale = null };

    private WorkstationState ScreenOver(WorkstationState state, DateTimeOffset at, DateTimeOffset now) => state.Screen switch
    {
        Booting when state.Memory.PairingMode && SoftwareBase.HasPairing(state.Memory.Base) => Go(state, PairPos),
        Booting => Look(Go(state, Login), now),
        RebootingToPair or PreparingApplication => Reboot(state, at),
        Keypad => Go(state, PairPos, message: Texts.UnableToPair),
        _ => throw new InvalidOperationException($"the screen {state.Screen} does not end by itself"),
    };

    /// <summary>Another screen; what belonged to the old one is gone.</summary>
    private static WorkstationState Go(
        WorkstationState state, WorkstationScreen screen, DateTimeOffset? until = null, string? message = null) => state with
        {
            Screen = screen,
            ScreenUntil = until,
            PairMessage = message,
            Session = screen is Processing ? state.Session : null,
            Typed = screen is Processing ? state.Typed : "",
            RegisterOtp = null,
        };

    private static WorkstationState InPairingMode(WorkstationState state) =>
        state with { Memory = state.Memory with { PairingMode = true } };

    private WorkstationState PressInPairing(WorkstationState state, string button, DateTimeOffset now) => (state.Screen, button) switch
    {
        (PairPos, "Pair POS") => Go(state, PleaseWait),
        (Keypad, "OK") when state.Typed.Length == PairingKeypad.OtpLength => Go(state, Processing),
        (Keypad, "Cancel") => Go(state, PairPos) with { Cancelled = state.Cancelled.Add(state.Session!) },
        (Keypad, PairingKeypad.Clear) when state.Typed.Length > 0 => state with { Typed = state.Typed[..^1] },
        (Keypad, { Length: 1 }) => Key(state, state.Typed + button),
        (SuccessfullyPaired, "OK") => Go(state, PreparingApplication, now + settings.MessageStays),
        (CannotCommunicate, "OK") => Go(state, PairPos),
        _ => state,
    };

    /// <summary>The keypad takes characters of the pairing alphabet only, six at most; it has no key for others.</summary>
    private static WorkstationState Key(WorkstationState state, string text) => state with
    {
        Typed = string.Concat(
            text.Where(k => PairingKeypad.Characters.Contains(k, StringComparison.Ordinal)).Take(PairingKeypad.OtpLength)),
    };

    private WorkstationState AfterPairing(WorkstationState state, WorkstationReply reply) => reply switch
    {
        WorkstationReply.SessionGiven r => Go(state, Keypad, r.EnterUntil) with { Session = r.Session },
        WorkstationReply.CertificateGiven r => Trust(Go(state, SuccessfullyPaired), r) is var paired
            ? paired with { Memory = paired.Memory with { PairingMode = false, Alert = PairingAlert.None, Messages = [] } }
            : state,
        WorkstationReply.Refused r => Go(state, PairPos, message: state.Screen == PleaseWait ? TextOf(r.Code) : Texts.UnableToPair),
        _ => Go(state, CannotCommunicate),
    };

    /// <summary>A new certificate, from a pairing or a renewal.</summary>
    private WorkstationState Trust(WorkstationState state, WorkstationReply.CertificateGiven given) => state with
    {
        Credentials = given.Credentials,
        Memory = state.Memory with
        {
            TrustedUntil = given.TrustedUntil,
            RenewFrom = given.TrustedUntil - settings.RenewalWindow,
            RenewalAnnounced = false,
        },
    };

    /// <summary>The guide has three messages for the Pair POS screen.</summary>
    private static string TextOf(string code) =>
        Refusals.OfCode(code) is (Refusal.AnotherIsPairing or Refusal.ServiceNotRunning or Refusal.ThirdPartyPos) and { } reason
            ? reason.Text()
            : Texts.UnableToPair;

    private WorkstationState PressInApplication(WorkstationState state, string button, DateTimeOffset now) => (state.Screen, button) switch
    {
        (Login, "Log in to Sales") => BetweenTransactions(state),
        (Alert, "OK") => Go(state, Sales),
        (Sales, "New Sale") => Go(state, Transaction),
        (Sales, "CSR Func") => Go(state, CsrFunc),
        (Sales, "Log Out") => Go(state, Login),
        (Transaction, "Pay Cash") => BetweenTransactions(Sell(state)),
        (CsrFunc, "Maintenance Menu") => Go(state, MaintenanceMenu),
        (CsrFunc, "Back") => BetweenTransactions(state),
        (MaintenanceMenu, "Perform POS Pairing") when SoftwareBase.HasPairing(state.Memory.Base) => Go(state, AskPairing),
        (MaintenanceMenu, "Generate OTP") when state.Link.IsUp => state with { Link = state.Link with { AsksOtp = true } },
        (MaintenanceMenu, "Back") => Go(state, CsrFunc),
        (AskPairing, "Yes") => Go(InPairingMode(state), RebootingToPair, now + settings.MessageStays),
        (AskPairing, "No") => Go(state, MaintenanceMenu),
        _ => state,
    };

    /// <summary>Commander POS pairing guide: the alert shows "at login to Sales or between each transaction in Sales".</summary>
    private static WorkstationState BetweenTransactions(WorkstationState state) =>
        Go(state, state.Memory.Alert == PairingAlert.None ? Sales : Alert);
}
