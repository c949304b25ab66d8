using System.Globalization;
using PairingLab.Kernel.Panels;
using static PairingLab.SmartConnect.Devices.Terminal.TerminalScreen;

namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>What a payment device shows in each state.</summary>
public static class TerminalPanel
{
    /// <summary>The label of the field on the service screen.</summary>
    public const string InternalId = "Internal ID";

    /// <summary>The panel of a state.</summary>
    public static Panel Of(string device, TerminalState state)
    {
        // A customer waits: a message can be confirmed afterwards.
        if (state.Payment is { } payment)
        {
            return Show(device, payment.Type == "Card.Refund" ? "Refund" : "Payment",
                [$"Amount: {Money(payment.Amount)}", $"Register: {payment.Register}", .. OfflineLine(state)], "Approve", "Decline", "Cancel");
        }

        if (state.Message is { } message)
        {
            return Dialog(device, message.Title, message.Text, message.Until is null ? ["OK"] : []);
        }

        return state.Replaced && state.Screen != Technician ? Show(device, "Out of service", [TerminalTexts.Replaced, $"Internal ID: {state.InternalId}"], "Service")
            : state.Unpairing is not null ? Dialog(device, "Unpair", "Please wait...")
            : state.AskUnpair is { } register ? Dialog(device, "Unpair", register == TerminalState.All ? "Unpair all registers?" : $"Unpair {state.LabelOf(register)}?", "Yes", "No")
            : OfScreen(device, state);
    }

    /// <summary>Cents as people read them.</summary>
    public static string Money(long cents) => string.Create(CultureInfo.InvariantCulture, $"${cents / 100m:0.00}");

    private static Panel OfScreen(string device, TerminalState state) => state.Screen switch
    {
        Ready => Show(device, "SmartConnect", ReadyTexts(state), "Pair a register", "Registers", "Service"),
        Code => Show(device, "Pairing", state.Code is { } code
            ? code.Code.Length > 0 ? [TerminalTexts.EnterCode, code.Code, .. OfflineLine(state)] : [TerminalTexts.CodeExpired, .. OfflineLine(state)]
            : [TerminalTexts.AskingForCode, .. OfflineLine(state)], "Cancel"),
        Registers => Show(device, "Registers", state.Registers.Count == 0 ? [TerminalTexts.NoRegisters] : [.. state.Registers.Select(r => r.Label)],
            [.. state.Registers.Select(r => $"Unpair {r.Label}"), .. state.Registers.Count > 0 ? ["Unpair all"] : Array.Empty<string>(), "Back"]),
        _ => new(device, "Service", [$"Serial number: {state.Serial}"], [new("Save"), new("Back")], [new(InternalId, state.Typed)]),
    };

    private static List<string> ReadyTexts(TerminalState state) =>
    [
        state.Online switch { null => TerminalTexts.Connecting, true => TerminalTexts.Ready, false => TerminalTexts.Offline },
        $"Paired registers: {state.Registers.Count}",
        .. state.Known is { Queued: > 0 } known ? [$"Payments waiting: {known.Queued}"] : Array.Empty<string>(),
        .. state.Outcome is null ? Array.Empty<string>() : ["The last payment is still to be sent to SmartConnect"],
    ];

    private static string[] OfflineLine(TerminalState state) => state.Online == false ? [TerminalTexts.Offline] : [];

    private static Panel Dialog(string device, string title, string text, params string[] buttons) =>
        Show(device, title, [text], buttons) with { Shape = PanelShape.Dialog };

    private static Panel Show(string device, string title, IReadOnlyList<string> texts, params string[] buttons) =>
        new(device, title, texts, [.. buttons.Select(b => new PanelButton(b))], []);
}
