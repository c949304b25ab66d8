using System.Globalization;
using PairingLab.Kernel.Panels;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>The rows of CAS's lists.</summary>
public static class CasRows
{
    /// <summary>The lock mark of a terminal that is connected through the VPN.</summary>
    public const string Lock = "🔒";

    /// <summary>A row of the terminal list: serial number, state, firmware, and what the terminal is doing.</summary>
    public static PanelText Of(Terminal terminal, ServerState state, IReadOnlyList<string> approvals) => PanelText.Row(
        [terminal.Serial, StatusOf(terminal), $"firmware {terminal.Firmware ?? "unknown"}", NoteOn(terminal, state, approvals.Count > 0)],
        [.. approvals, $"Actions {terminal.Serial}"]);

    /// <summary>"Online 🔒", "Rejected: 3 no exchange rate".</summary>
    public static PanelText StatusOf(Terminal terminal) => terminal.Status switch
    {
        TerminalStatus.Online when terminal.Session!.ThroughVpn =>
            PanelText.Of(TextRole.Good, "Online ", new PanelText(Lock, TextRole.Mark)),
        TerminalStatus.Online => new("Online", TextRole.Good),
        TerminalStatus.Rejected => new($"Rejected: {RejectionReasons.Text(terminal.Rejection!.Reason)}", TextRole.Bad),
        var status => new(status.ToString(), TextRole.State),
    };

    /// <summary>A row of the pairing requests.</summary>
    public static PanelText Of(PairingRequest request, ServerState state, bool isSelected)
    {
        var name = NameOf(request.Key, state);
        return PanelText.Row(
            [
                request.Key.Serial,
                new(request.Key.Fingerprint, TextRole.Code),
                $"since {Time(request.Since)}",
                .. isSelected ? [new PanelText("selected", TextRole.Attention)] : Array.Empty<PanelText>(),
            ],
            $"Approve {name}",
            $"{(isSelected ? "Deselect" : "Select")} {name}");
    }

    /// <summary>A row of the upgrades.</summary>
    public static PanelText Of(UpgradeSlot slot) => PanelText.Row([slot.Serial, $"{slot.From} to {slot.To}", $"{slot.Percent} %"]);

    /// <summary>A row of the upgrades: a terminal in the queue.</summary>
    public static PanelText Of(WaitingTerminal waiting, int index) => PanelText.Row([waiting.Serial, "waits", $"place {index + 1}"]);

    /// <summary>A row of the event list.</summary>
    public static PanelText Of(LoggedEvent logged) =>
        PanelText.Row([Time(logged.At), logged.Serial, $"{(int)logged.Code} {TextOf(logged.Code)}"]);

    /// <summary>A pairing request on a button: its serial number, and the start of its fingerprint when several share the number.</summary>
    public static string NameOf(RequestKey request, ServerState state) =>
        state.RequestsOf(request.Serial).Skip(1).Any() ? $"{request.Serial} {request.Fingerprint[..9]}" : request.Serial;

    /// <summary>Lab time, UTC.</summary>
    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static PanelText NoteOn(Terminal terminal, ServerState state, bool asks) =>
        asks ? new PanelText("pairing request", TextRole.Attention)
        : state.Upgrades.TryGetValue(terminal.Serial, out var slot) ? $"upgrade to {slot.To}: {slot.Percent} %"
        : state.Queue.Any(w => w.Serial == terminal.Serial) ? "waits for an upgrade"
        : terminal.MismatchAt is { } mismatch ? new PanelText($"another certificate asked {Time(mismatch)}", TextRole.Attention)
        : terminal.PairedAt is { } at ? $"paired {Time(at)}"
        : "never paired";

    private static string TextOf(EventCode code) => code switch
    {
        EventCode.Started => "started",
        EventCode.Connected => "connected",
        EventCode.UpgradeStarted => "upgrade started",
        EventCode.UpgradeDone => "upgrade done",
        EventCode.UpgradeFailed => "upgrade failed",
        EventCode.WentOffline => "went offline",
        EventCode.BackOnline => "back online",
        EventCode.FingerprintMismatch => "rejected: fingerprint mismatch",
        EventCode.IpWhitelistRejected => "rejected: IP whitelist",
        EventCode.Rejected => "rejected",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "an event without a text"),
    };
}
