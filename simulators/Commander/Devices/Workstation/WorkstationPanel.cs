using PairingLab.Commander.Core;
using PairingLab.Kernel.Panels;
using static PairingLab.Commander.Devices.Workstation.WorkstationScreen;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>What a workstation's screen shows in each state.</summary>
public static class WorkstationPanel
{
    /// <summary>The panel of a state.</summary>
    public static Panel Of(string device, WorkstationState state) => state.Screen switch
    {
        Booting => Show(device, "POS Workstation", ["Starting..."]),
        PairPos => Show(device, "Pair POS", state.PairMessage is { } message ? [message] : [], "Pair POS"),
        PleaseWait => new(device, "Pair POS", [], [new(Texts.PleaseWait, Enabled: false)], []),
        Keypad => Typing(device, state),
        Processing => Show(device, "Pairing", [Texts.Processing]) with { Shape = PanelShape.Dialog },
        SuccessfullyPaired => Show(device, "Pairing", [Texts.SuccessfullyPaired], "OK") with { Shape = PanelShape.Dialog },
        PreparingApplication => Show(device, "Pairing", [Texts.PreparingApplication]) with { Shape = PanelShape.Dialog },
        CannotCommunicate =>
            Show(
                device,
                "Pairing",
                [Texts.CannotCommunicate, .. Texts.CannotCommunicateReasons.Select(r => new PanelText(r))],
                "OK") with
            { Shape = PanelShape.Alert },
        RebootingToPair => Show(device, "POS Pairing", [Texts.Rebooting]) with { Shape = PanelShape.Dialog },
        Upgrading => Show(device, "Auto Upgrade", [WorkstationTexts.Upgrading]) with { Shape = PanelShape.Dialog },
        UpgradePairingFailed => Show(device, "Auto Upgrade", [Texts.UpgradePairingFailed], "OK") with { Shape = PanelShape.Alert },
        _ => InApplication(device, state),
    };

    private static Panel InApplication(string device, WorkstationState state) => state.Screen switch
    {
        Login => Show(device, "Login", Standing(state), "Log in to Sales"),
        Alert =>
            Show(
                device,
                "Security Alert",
                [state.Memory.Alert == PairingAlert.Required ? Texts.PairingRequired : Texts.PairingInvalid],
                "OK") with
            { Shape = PanelShape.Alert },
        Sales =>
            Show(
                device,
                "Sales",
                [.. state.LastSale is { } sale ? [sale] : Array.Empty<PanelText>(), .. Standing(state)],
                "New Sale",
                "CSR Func",
                "Log Out"),
        Transaction => Show(
            device,
            "Sale",
            [PanelText.Of(TextRole.Amount, "Coffee ", "2.50"), PanelText.Of(TextRole.Total, "Total ", "2.50")],
            "Pay Cash"),
        CsrFunc => Show(device, "CSR Func", [], "Maintenance Menu", "Back"),
        MaintenanceMenu => Maintenance(device, state),
        AskPairing => Show(device, "Perform POS Pairing", [WorkstationTexts.AskPairing], "Yes", "No") with { Shape = PanelShape.Dialog },
        _ => throw new ArgumentOutOfRangeException(nameof(state), state.Screen, "a screen without a panel"),
    };

    private static Panel Typing(string device, WorkstationState state) => new(
        device,
        "Pairing",
        ["Pairing OTP"],
        [
            .. PairingKeypad.Characters.Select(c => new PanelButton(c.ToString(), state.Typed.Length < PairingKeypad.OtpLength)),
            new(PairingKeypad.Clear, state.Typed.Length > 0),
            new("OK", state.Typed.Length == PairingKeypad.OtpLength),
            new("Cancel"),
        ],
        [new(PairingKeypad.Field, state.Typed)])
    { Shape = PanelShape.Dialog };

    private static Panel Maintenance(string device, WorkstationState state) => new(
        device,
        "Maintenance Menu",
        state.RegisterOtp is { } otp ? [$"OTP {otp}"] : [],
        SoftwareBase.HasPairing(state.Memory.Base)
            ? [new("Generate OTP", state.Link.IsUp), new("Perform POS Pairing"), new("Back")]
            : [new("Back")],
        []);

    private static List<PanelText> Standing(WorkstationState state) => SoftwareBase.HasPairing(state.Memory.Base)
        ?
        [
            state.Link.IsUp ? new(WorkstationTexts.LinkUp, TextRole.Good) : new(WorkstationTexts.LinkDown, TextRole.Bad),
            .. state.Memory.Messages.Reverse().Select(m => new PanelText(m)),
        ]
        : [];

    private static Panel Show(string device, string title, IReadOnlyList<PanelText> texts, params string[] buttons) =>
        Panel.Of(device, title, texts, [.. buttons.Select(b => new PanelButton(b))], []);
}

/// <summary>The Pairing keypad.</summary>
public static class PairingKeypad
{
    /// <summary>Its keys; Commander POS pairing guide: "the letter 'B' is not used. The letter 'd' is lowercase".</summary>
    public const string Characters = "0123456789ACdEF";

    /// <summary>Commander POS pairing guide: [Ok] "will not be active until 6-digits have been entered".</summary>
    public const int OtpLength = 6;

    /// <summary>Takes the last character away.</summary>
    public const string Clear = "Clear";

    /// <summary>The label of its field.</summary>
    public const string Field = "Pairing OTP";
}

/// <summary>Texts of the workstation that the Commander POS pairing guide does not give: the lab's choice.</summary>
public static class WorkstationTexts
{
    /// <summary>After a sale that went over the link.</summary>
    public const string SaleTaken = "Sale sent to the Commander";

    /// <summary>After a sale without a link.</summary>
    public const string SaleKept = "Sale kept at the workstation: no secure link to the Commander";

    /// <summary>After a sale with software that knows no pairing.</summary>
    public const string SaleDone = "Sale completed";

    /// <summary>The message asking to perform POS pairing.</summary>
    public const string AskPairing = "Do you want to perform POS pairing?";

    /// <summary>While Auto Upgrade is at work.</summary>
    public const string Upgrading = "Auto Upgrade is in progress, please wait...";

    /// <summary>The link's state, on the application's screens.</summary>
    public const string LinkUp = "Secure link to the Commander: up";

    /// <summary>The link's state, on the application's screens.</summary>
    public const string LinkDown = "Secure link to the Commander: down";
}
