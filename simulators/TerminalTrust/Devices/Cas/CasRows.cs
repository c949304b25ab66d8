using System.Globalization;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>The rows of CAS's lists.</summary>
public static class CasRows
{
    /// <summary>The lock mark: connected through the VPN.</summary>
    public const string Lock = "🔒";

    /// <summary>A row of the terminal list: serial number, state, firmware, and what is going on.</summary>
    public static string Of(Terminal terminal, ServerState state, bool asks) =>
        $"{terminal.Serial}, {StatusOf(terminal)}, firmware {terminal.Firmware ?? "unknown"}, {NoteOn(terminal, state, asks)}";

    /// <summary>"Online 🔒", "Rejected: 3 no exchange rate".</summary>
    public static string StatusOf(Terminal terminal) => terminal.Status switch
    {
        TerminalStatus.Online when terminal.Session!.ThroughVpn => $"Online {Lock}",
        TerminalStatus.Rejected => $"Rejected: {Reasons.Text(terminal.Rejection!.Reason)}",
        var status => status.ToString(),
    };

    /// <summary>A row of the pairing requests.</summary>
    public static string Of(PairingRequest request, bool selected) =>
        $"{request.Key.Serial}, {request.Key.Fingerprint}, since {Time(request.Since)}{(selected ? ", selected" : "")}";

    /// <summary>A row of the upgrades.</summary>
    public static string Of(UpgradeSlot slot) => $"{slot.Serial}, {slot.From} to {slot.To}, {slot.Percent} %";

    /// <summary>A row of the event list.</summary>
    public static string Of(LoggedEvent logged) => $"{Time(logged.At)}, {logged.Serial}, {(int)logged.Code} {Words(logged.Code)}";

    /// <summary>What buttons call a pairing request: its serial number, with the beginning of its fingerprint when several ask under it.</summary>
    public static string NameOf(RequestKey request, ServerState state) =>
        state.RequestsOf(request.Serial).Skip(1).Any() ? $"{request.Serial} {request.Fingerprint[..9]}" : request.Serial;

    /// <summary>Lab time, UTC.</summary>
    public static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string NoteOn(Terminal terminal, ServerState state, bool asks) =>
        asks ? "pairing request"
        : state.Upgrades.TryGetValue(terminal.Serial, out var slot) ? $"upgrade to {slot.To}: {slot.Percent} %"
        : state.Queue.Any(w => w.Serial == terminal.Serial) ? "waits for an upgrade"
        : terminal.PairedAt is { } at ? $"paired {Time(at)}"
        : "never paired";

    private static string Words(EventCode code) => code switch
    {
        EventCode.Started => "started",
        EventCode.Connected => "connected",
        EventCode.UpgradeStarted => "upgrade started",
        EventCode.UpgradeDone => "upgrade done",
        EventCode.UpgradeFailed => "upgrade failed",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "an event without words"),
    };
}
