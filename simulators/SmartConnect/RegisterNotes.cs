using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using PairingLab.SmartConnect.Api;
using PairingLab.SmartConnect.Devices.Register;
using PairingLab.SmartConnect.Devices.Terminal;
using TerminalDevice = PairingLab.Kernel.Simulation.Device<
    PairingLab.SmartConnect.Devices.Terminal.TerminalState,
    PairingLab.SmartConnect.Devices.Terminal.TerminalRequest,
    PairingLab.SmartConnect.Devices.Terminal.TerminalReply>;

namespace PairingLab.SmartConnect;

/// <summary>What the guide says of what has happened, with what the SmartConnect pairing guide says of it.</summary>
internal static class RegisterNotes
{
    private static readonly (string Shown, string Advice, string? Entry)[] Errors =
    [
        (Refusals.InvalidCode,
            "The code is none that a device shows now; it changes every minute. [OK], enter the one on the device's screen, [Pair].",
            "Sending a pairing request … will unpair the previously paired device (so long as the new pairing request is successful, "
            + "i.e. the pairing code valid)."),
        (RegisterTexts.NoAnswer, "Connect its cable below, [OK], and [Pair] again.", null),
        (RegisterTexts.NotKnownWhetherAccepted, "Connect its cable below; look at the payment device before you pay again.", null),
        (RegisterTexts.Offline, "Has the payment device power, and is its cable connected? Then pay again.", null),
        ("not paired", "This register is paired with no device: begin with step 1.",
            "There is no API to unpair, from the POS system. Unpairing is an operation handled by the payment acceptance device."),
        (TerminalTexts.CodeExpired, "The device gets no new code: connect its cable below.", null),
        (TerminalTexts.Offline, "Connect its cable below.", null),
        (TerminalTexts.Replaced, "Other hardware has its internal id now; that one is paired.",
            "So long as Smartpay preserves the same internal ID between the old and new device, the new device will be automatically "
            + "paired once switched on."),
    ];

    /// <summary>The notes of a bench.</summary>
    public static IEnumerable<GuideNote> Of(IReadOnlyList<IDevice> terminals, IReadOnlyList<IDevice> registers) =>
    [
        .. terminals.Concat(registers).SelectMany(Wrong),
        .. terminals.OfType<TerminalDevice>().SelectMany(Paired),
        .. terminals.OfType<TerminalDevice>().SelectMany(Code),
    ];

    private static IEnumerable<GuideNote> Wrong(IDevice device) => Errors
        .Where(e => device.Panel.Texts.Any(t => t.Contains(e.Shown, StringComparison.OrdinalIgnoreCase)))
        .Select(e => GuideNote.Wrong($"{device.Info.Id}: {e.Advice}", e.Entry))
        .Take(1);

    private static IEnumerable<GuideNote> Paired(TerminalDevice terminal) =>
        (terminal.State?.Registers ?? []).Select(r => GuideNote.Good($"{r.Id} is paired with {terminal.Info.Id}."));

    private static IEnumerable<GuideNote> Code(TerminalDevice terminal) =>
        terminal.State is { Screen: TerminalScreen.Code, Code: { RefreshAt: { } at } }
            ? [GuideNote.Waiting($"The code of {terminal.Info.Id} changes.", at)]
            : [];
}
