using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using PairingLab.Sci.Api;
using PairingLab.Sci.Core;
using PairingLab.Sci.Devices.Pos;
using PairingLab.Sci.Devices.Terminal;
using PosDevice = PairingLab.Kernel.Simulation.Device<
    PairingLab.Sci.Devices.Pos.PosState,
    PairingLab.Sci.Devices.Pos.PosRequest,
    PairingLab.Sci.Devices.Pos.PosReply>;

namespace PairingLab.Sci.Screens;

/// <summary>What the guide says of what has happened, with the entry of the SCI integration guide's error table.</summary>
internal static class SciNotes
{
    private static readonly (string Shown, string Advice, string Entry)[] Errors =
    [
        (Refusals.Text(Refusal.PairingNotFound),
            "The code is none that a terminal shows now. Enter the six digits of the terminal's screen, and [Pair].",
            "404 pairing_not_found: Pairing code not found. Check the code entered by the merchant."),
        (Refusals.Text(Refusal.PairingNotInitial),
            "This code was used already, or its time is over. At the terminal: [OK] or [Cancel], then [Pair with POS] for a new one.",
            "422 pairing_not_initial: Pairing already progressed, expired, or revoked. Restart the pairing process from the terminal."),
        (Refusals.Text(Refusal.PairingRouteForbidden),
            "The terminal belongs to a tenant that this POS's key does not open: choose another one beside its cable, and start again.",
            "403 pairing_route_forbidden: Terminal not connected to an authorised tenant. Ensure you are using a terminal in an authorised "
            + "environment."),
        (Refusals.Text(Refusal.TestApiKeyForbiddenForLivePairing),
            "The terminal is at the live tenant, and this POS has a test key: take a “Reference POS with live key”, or another tenant.",
            "403 test_api_key_forbidden_for_live_pairing: Test key used against a live environment. Use your live Pairing API Secret Key."),
        (Refusals.Text(Refusal.TooManyGuesses), "Too many wrong codes came from here. Let the time pass, or advance the clock.", ""),
        (PosTexts.CheckNetwork,
            "SCI does not answer the POS: connect its cable below, and press the button again.",
            "Network/connectivity failure. Suggested: “Please check network and terminal connections and try again”."),
        (PosTexts.NoActivePairings,
            "The pairing is not active: confirm it at the terminal and [Test] again, or [Cancel] and begin with step 1.",
            "401 no_active_pairings_found: pairing is no longer active; prompt the merchant to re-pair from the terminal."),
        (TerminalTexts.Expired, "The code's time is over. [OK], then [Pair with POS] for a new one.", ""),
        (TerminalTexts.Declined, "It was declined at the terminal, and the POS knows nothing of it: [OK] there, [Cancel] at the POS.", ""),
        (TerminalTexts.NoConnection, "The terminal does not reach its tenant: connect its cable below.", ""),
    ];

    /// <summary>The notes of a bench.</summary>
    public static IEnumerable<GuideNote> Of(IReadOnlyList<IDevice> devices, IReadOnlyList<PosDevice> poses, SciState sci) =>
    [
        .. devices.Where(d => d.Info.System == SciSystem.Description.Name).SelectMany(Wrong),
        .. poses.SelectMany(p => Stored(p, sci)),
        .. sci.Terminals.Values.OrderBy(t => t.Id, StringComparer.Ordinal)
            .Where(t => devices.Any(d => d.Info.Id == t.Id)).SelectMany(t => Running(t, sci)),
    ];

    private static IEnumerable<GuideNote> Wrong(IDevice device) => Errors
        .Where(e => device.Panel.Texts.Any(t => t.StartsWith(e.Shown, StringComparison.Ordinal)))
        .Select(e => GuideNote.Wrong($"{device.Info.Id}: {e.Advice}", e.Entry.Length > 0 ? e.Entry : null))
        .Take(1);

    private static IEnumerable<GuideNote> Stored(PosDevice pos, SciState sci) =>
        from stored in pos.State?.Memory.Pairings ?? []
        let known = sci.Pairings.GetValueOrDefault(stored.PairingId)
        select known is { Status: PairingStatus.Active }
            ? GuideNote.Good($"{pos.Info.Id} is paired with {known.Terminal} ({stored.PairingNickname ?? stored.PairingId}).")
            : GuideNote.Wrong(
                $"{pos.Info.Id} keeps a pairing that was ended elsewhere ({stored.PairingNickname ?? stored.PairingId}). [Pairing] there "
                + "says so; begin with step 1 to pair again.",
                "Pairing has been unpaired externally: Clear error shown when navigating to the pairing section or before initiating a "
                + "transaction.");

    private static IEnumerable<GuideNote> Running(Terminal terminal, SciState sci) =>
        terminal.Pairing is { } id && sci.Pairings.GetValueOrDefault(id) is { IsUnderWay: true, Until: { } until } pairing
            ? [GuideNote.Waiting(
                pairing.Status == PairingStatus.Initial
                    ? $"The pairing code of {terminal.Id} can be entered."
                    : $"The confirmation code can be confirmed at {terminal.Id}.",
                until)]
            : [];
}
