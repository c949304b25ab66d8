using PairingLab.Kernel.Panels;
using PairingLab.Sci.Api;
using PairingLab.Sci.Core;
using Text = PairingLab.Sci.Devices.Terminal.TerminalTexts;

namespace PairingLab.Sci.Devices.Terminal;

/// <summary>What a terminal's screen shows in each state.</summary>
public static class TerminalPanel
{
    /// <summary>The label of the only field.</summary>
    public const string Nickname = "Terminal Nickname";

    /// <summary>The panel of a state.</summary>
    public static Panel Of(string device, TerminalState state) =>
        !state.Online ? Show(device, "Offline", [Text.IsOffline], "Go online")
        : state.Waiting is not null ? Show(device, "EFTPOS terminal", [Text.PleaseWait])
        : state.Message is { } message ? Show(device, "EFTPOS terminal", [message], "OK") with { Shape = PanelShape.Dialog }
        : state.View is not { } view ? Show(device, "EFTPOS terminal", [Text.Connecting], "Go offline")
        : view.Transaction is { AwaitsPos: true } signed ? Show(device, "Purchase", [Text.Money(signed.Amount), Text.AtThePos], "Cancel")
        : view.Transaction is { } purchase ? Show(device, "Purchase", [Text.Money(purchase.Amount), "Present card"], "Approve", "Signature", "Decline", "Cancel")
        : view.Busy ? Show(device, "Settlement", [Text.Settling], "Finish")
        : TerminalDecisions.Unseen(state) is { } pairing ? OfPairing(device, pairing)
        : OfMenu(device, state, view);

    private static Panel OfPairing(string device, TerminalPairing pairing) => pairing.Status switch
    {
        PairingStatus.Initial => Show(device, "Pairing code", [pairing.Code!, Text.EnterOnPos], "Cancel"),
        PairingStatus.Progressed => Show(device, "Confirm pairing", [pairing.ConfirmationCode!, Text.SameCode], "Confirm", "Decline"),
        PairingStatus.Active => Show(device, "Pairing successful", [Text.PairedWith(pairing)], "OK"),
        PairingStatus.Expired => Show(device, "Pairing", [Text.Expired], "OK"),
        PairingStatus.Declined => Show(device, "Pairing", [Text.Declined], "OK"),
        _ => Show(device, "Pairing", [Text.Cancelled], "OK"),
    };

    private static Panel OfMenu(string device, TerminalState state, TerminalView view) => state.Page switch
    {
        TerminalPage.Pairings => Show(
            device,
            "Pairings",
            view.Paired.Count == 0 ? ["Not paired"] : [.. view.Paired.Select(p => p.Nickname is { } name ? $"{name} ({p.Id})" : p.Id)],
            [.. Labels.Of(view.Paired).Select(l => $"Unpair {l.Label}"), "Back"]),
        TerminalPage.Settings => Show(device, "Settings", []) with
        {
            Buttons = [new("Save", !string.IsNullOrWhiteSpace(state.Typed)), new("Back")],
            Fields = [new(Nickname, state.Typed ?? "")],
        },
        _ => Show(
            device,
            "EFTPOS terminal",
            [view.Nickname, $"TID {view.Tid}", .. view.Paired.Select(Text.PairedWith).DefaultIfEmpty("Not paired"), .. state.Connected ? Array.Empty<string>() : [Text.NoConnection]],
            "Pair with POS", "Pairings", "Settlement", "Settings", "Go offline"),
    };

    private static Panel Show(string device, string title, IReadOnlyList<string> texts, params string[] buttons) =>
        new(device, title, texts, [.. buttons.Select(b => new PanelButton(b))], []);
}
