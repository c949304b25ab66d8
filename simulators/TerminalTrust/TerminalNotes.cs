using System.Globalization;
using PairingLab.Kernel.Screens;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Kiosk;
using KioskDevice = PairingLab.Kernel.Simulation.Device<
    PairingLab.TerminalTrust.Devices.Kiosk.KioskState,
    PairingLab.TerminalTrust.Devices.Kiosk.KioskRequest,
    PairingLab.TerminalTrust.Devices.Kiosk.KioskReply>;

namespace PairingLab.TerminalTrust;

/// <summary>What the guide says of a terminal, with what the Terminal trust troubleshooting guide says of it.</summary>
internal static class TerminalNotes
{
    /// <summary>The notes of a bench.</summary>
    /// <param name="cas">The server's device.</param>
    /// <param name="kiosks">Its terminals.</param>
    /// <param name="server">What the server knows; null without power.</param>
    /// <param name="now">Lab time.</param>
    public static IEnumerable<GuideNote> Of(string cas, IReadOnlyList<KioskDevice> kiosks, ServerState? server, DateTimeOffset now) =>
    [
        .. kiosks.SelectMany(k => k.State is { } state ? Of(cas, k.Info.Id, state, server) : []),
        .. server?.WrongTries.Where(t => t.Value.LockedAt(now)).Select(t =>
            GuideNote.Waiting($"{t.Key} is locked at {cas} after too many wrong passwords or codes.", t.Value.LockedUntil!.Value)) ?? [],
    ];

    private static IEnumerable<GuideNote> Of(string cas, string kiosk, KioskState state, ServerState? server)
    {
        if (state.InService)
        {
            yield return GuideNote.Good($"{kiosk} is paired and in service.");
        }
        else if (state.Trouble is { } trouble)
        {
            yield return Wrong(cas, kiosk, state, trouble, server);
        }
        else if (state.Upgrade is { } upgrade)
        {
            yield return new(GuideTone.Waiting, string.Create(
                CultureInfo.InvariantCulture, $"{kiosk} is upgraded from {state.Firmware} to {upgrade.To} first, by itself."))
            {
                Entry = "The machine will need to undergo terminal upgrade to version 20230801 before it can be paired. The good news is "
                    + "that gate service should take care of it automatically.",
            };
        }
    }

    private static GuideNote Wrong(string cas, string kiosk, KioskState state, KioskTrouble trouble, ServerState? server) => trouble switch
    {
        { Vpn: true } => GuideNote.Wrong(
            $"{kiosk} has no VPN: at {cas} [Actions {state.Serial}], [Generate VPN configuration].",
            "If terminal displays “VPN connection error” it means that you probably didn't generate VPN configuration."),
        { Reason: RejectionReason.NotRegistered } => GuideNote.Wrong(
            $"{kiosk} is not in {cas}: [Create terminal] with serial number {state.Serial}."),
        { Reason: RejectionReason.NotPaired } when server?.RequestsOf(state.Serial).Any() != true => GuideNote.Wrong(
            $"{kiosk} was refused, or unpaired, at {cas}. It asks again by itself: [Approve {state.Serial}] when it is there."),
        { Reason: RejectionReason.NotPaired } => new(
            GuideTone.Waiting, $"{kiosk} waits to be approved at {cas}: compare its pairing code, [Approve {state.Serial}]."),
        { Reason: RejectionReason.FingerprintMismatch } => GuideNote.Wrong(
            $"{kiosk} has a new certificate, and another one is trusted under its serial number: [Actions {state.Serial}], [Unpair], then "
            + "approve the new one."),
        { Reason: RejectionReason.NoExchangeRate } => GuideNote.Wrong($"At {cas}: [Settings], an exchange rate, [Save]."),
        { Reason: RejectionReason.IpWhitelist } => GuideNote.Wrong(
            $"At {cas}: [Settings], or [Actions {state.Serial}] and [IP whitelist]: empty the IP whitelist, or add the address, [Save]."),
        { Reason: RejectionReason.OutsideOpeningHours } => GuideNote.Wrong(
            $"It is outside the opening hours: at {cas} [Settings], [Save]."),
        { Reason: not null } => GuideNote.Wrong($"{kiosk} is inactive: at {cas} [Actions {state.Serial}], [Activate]."),
        { Bits: var bits } when bits.HasFlag(ErrorBits.CertificateMismatch) => GuideNote.Wrong(
            $"{kiosk} trusts another server than {cas}: [Advanced administration], [Factory reset], and pair it anew.",
            "Unpairing should only be done when necessary: when the terminal is stolen, or when the server is reinstalled or migrated."),
        _ => GuideNote.Wrong(
            $"{kiosk} does not reach {cas}: is its cable connected, has {cas} power, and is the server host right?"),
    };
}
