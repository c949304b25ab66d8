using PairingLab.Commander.Devices.Workstation.Events;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>State + event → state, for a workstation.</summary>
public static class EvolveWorkstation
{
    private const int MessagesKept = 5;

    /// <summary>The state after an event.</summary>
    public static WorkstationState After(WorkstationState state, IWorkstationEvent happened) => happened switch
    {
        ScreenShown e => Show(state, e),
        Booted e => state.AfterPowerCut(e.Until),
        PairingModeEntered => state with { PairingMode = true },
        SessionAsked e => state with { Attempt = e.Attempt },
        SessionHeld e => state with { Session = e.Session },
        SessionGivenUp => state with { Session = null },
        OtpTyped e => state with { Typed = e.Typed },
        OtpSubmitted => state with { Session = null, Typed = "" },
        SaleMade or OtpAsked or AnswerGivenUp or ApplicationStarted => state,
        SaleEnded e => state with { LastSale = e.Outcome },
        OtpShown e => state with { RegisterOtp = e.Otp },
        _ => AfterTrust(state, happened),
    };

    private static WorkstationState AfterTrust(WorkstationState state, IWorkstationEvent happened) => happened switch
    {
        Paired e => state with
        {
            PairingMode = false,
            TrustedUntil = e.TrustedUntil,
            RenewFrom = e.RenewFrom,
            RenewalAnnounced = false,
            Alert = PairingAlert.None,
        },
        Renewed e => state with { TrustedUntil = e.TrustedUntil, RenewFrom = e.RenewFrom, RenewalAnnounced = false },
        RenewalDue => state with { RenewalAnnounced = true },
        MessageGiven e => state with { Messages = [.. state.Messages.Add(e.Text).TakeLast(MessagesKept)] },
        LinkCameUp => state with { Linked = true },
        LinkWentDown => state with { Linked = false },
        AlertRaised e => state with { Alert = e.Alert, Linked = false },
        AlertCleared => state with { Alert = PairingAlert.None },
        UpgradeStarted e => AfterUpgrade(state, e.Base),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "an event that no state knows"),
    };

    /// <summary>The upgrade that brings pairing leaves a workstation that has to be paired; later ones change nothing of its trust.</summary>
    private static WorkstationState AfterUpgrade(WorkstationState state, string softwareBase) => state with
    {
        Base = softwareBase,
        Alert = Core.SoftwareBase.HasPairing(state.Base) ? state.Alert : PairingAlert.Required,
    };

    private static WorkstationState Show(WorkstationState state, ScreenShown e) => state with
    {
        Screen = e.Screen,
        ScreenUntil = e.Until,
        PairMessage = e.Message,
        Typed = e.Screen == WorkstationScreen.Keypad ? state.Typed : "",
        RegisterOtp = e.Screen == WorkstationScreen.MaintenanceMenu ? state.RegisterOtp : null,
    };
}
