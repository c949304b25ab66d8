using PairingLab.Kernel.Panels;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>The panel of CAS.</summary>
public static class CasPanel
{
    private const int EventsShown = 50;

    /// <summary>The panel of the open page, for a server in a state.</summary>
    /// <param name="device">The device's id.</param>
    /// <param name="state">The state of the screen.</param>
    /// <param name="server">The state of the server.</param>
    /// <param name="gate">Gate's host and port.</param>
    public static Panel Of(string device, CasState state, ServerState server, string gate)
    {
        if (state.Message is { } message)
        {
            return new(device, "CAS", [message], [Primary("Ok")], []) { Shape = PanelShape.Dialog };
        }

        return server.SignIn switch
        {
            null => new(
                device,
                "CAS sign-in",
                [],
                [Primary("Sign In", IsFilled(state, CasFields.User) && IsFilled(state, CasFields.Password)), .. LabButtons],
                [FieldOf(state, CasFields.User), FieldOf(state, CasFields.Password) with { Secret = true }]),
            { AwaitsCode: true } => new(
                device,
                "Two-factor sign-in",
                ["Enter the code of your authenticator app."],
                [Primary("Verify", IsFilled(state, CasFields.Code)), new("Sign Out")],
                [FieldOf(state, CasFields.Code) with { Secret = true }]),
            { User: var user } => PageOf(device, state, server, gate, user),
        };
    }

    private static Panel PageOf(string device, CasState state, ServerState server, string gate, string user) => state.Screen switch
    {
        CasScreen.Terminals => Terminals(device, server, gate, user),
        CasScreen.Actions => Actions(device, state, server),
        CasScreen.AskUnpair => new(
            device,
            $"Unpair {state.Serial}",
            ["Its session drops, and it is not served until its fingerprint is approved again."],
            [Primary("Yes"), new("No")],
            [])
        { Shape = PanelShape.Dialog },
        CasScreen.Requests => Requests(device, state, server),
        CasScreen.Compare => Compare(device, state),
        CasScreen.Create => new(
            device,
            "Create terminal",
            [],
            [Primary("Create", IsFilled(state, CasFields.Serial)), new("Back")],
            [FieldOf(state, CasFields.Serial)]),
        CasScreen.Upgrades => Upgrades(device, server),
        CasScreen.Events => Panel.Of(
            device,
            "Events",
            RowsOr(server.Log.Reverse().Take(EventsShown).Select(CasRows.Of), "Nothing has happened yet."),
            Buttons("Back"),
            []),
        CasScreen.IpWhitelist => new(
            device,
            $"IP whitelist of {state.Serial}",
            ["The addresses that this terminal may come from, with commas between; empty for all. That of the settings holds, too."],
            [Primary("Save"), new("Back")],
            [FieldOf(state, CasFields.IpWhitelist)]),
        CasScreen.Settings => new(
            device,
            "Settings",
            ["An empty field sets no limit; without an exchange rate no terminal is served. Opening hours are UTC."],
            [Primary("Save"), new("Back")],
            [FieldOf(state, CasFields.ExchangeRate), FieldOf(state, CasFields.IpWhitelist), FieldOf(state, CasFields.OpeningHours)]),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state.Screen, "a screen without a panel"),
    };

    private static Panel Terminals(string device, ServerState server, string gate, string user)
    {
        var approvals = InOrder(server).ToLookup(r => r.Key.Serial, r => $"Approve {CasRows.NameOf(r.Key, server)}");
        var rows = server.Terminals.Values.Select(t => CasRows.Of(t, server, approvals[t.Serial].ToList()));
        return Panel.Of(
            device,
            "Terminals",
            [Note($"Signed in: {user}"), Note(CasTexts.ServerHost + gate), .. RowsOr(rows, CasTexts.NoTerminals)],
            [
                .. InOrder(server).Select(r => Primary($"Approve {CasRows.NameOf(r.Key, server)}")),
                .. server.Terminals.Keys.Select(s => new PanelButton($"Actions {s}")),
                .. Buttons("Pairing requests", "Create terminal", "Upgrades", "Events", "Settings", "Sign Out"),
                .. LabButtons,
            ],
            []);
    }

    private static Panel Actions(string device, CasState state, ServerState server)
    {
        var terminal = server.Terminals.GetValueOrDefault(state.Serial) ?? new(state.Serial);
        return Panel.Of(
            device,
            $"Terminal {terminal.Serial}",
            [
                $"State: {CasRows.StatusOf(terminal).Text}",
                $"Firmware: {terminal.Firmware ?? "unknown"}",
                new($"Certificate fingerprint: {terminal.Fingerprint ?? "none"}", TextRole.Code),
                $"VPN configuration: {(terminal.VpnKey is null ? "not generated" : "generated")}",
                $"IP whitelist: {(terminal.IpWhitelist.Length == 0 ? "off" : terminal.IpWhitelist)}",
            ],
            [
                Danger("Unpair"),
                .. Buttons("Generate VPN configuration", terminal.Active ? "Deactivate" : "Activate", "IP whitelist", "Back"),
            ],
            []);
    }

    private static Panel Requests(string device, CasState state, ServerState server)
    {
        var rows = InOrder(server).Select(r => CasRows.Of(r, server, state.Selected.Contains(r.Key))).ToList();
        return Panel.Of(
            device,
            "Pairing requests",
            RowsOr(rows, CasTexts.NoRequests),
            [
                .. rows.SelectMany(r => (PanelButton[])[Primary(r.Buttons[0]), new(r.Buttons[1])]),
                new("Select fingerprints", IsFilled(state, CasFields.Fingerprints)),
                Primary("Approve selected", !state.Selected.IsEmpty),
                new("Back"),
            ],
            [FieldOf(state, CasFields.Fingerprints)]);
    }

    private static Panel Compare(string device, CasState state) => Panel.Of(
        device,
        $"Approve {state.Request.Serial}",
        [
            CasTexts.Compare,
            new($"Certificate fingerprint: {state.Request.Fingerprint}", TextRole.Code),
            .. Fingerprint.Pieces(state.Request.Fingerprint).Select((piece, i) => new PanelText($"Piece {i + 1}: {piece}", TextRole.Code)),
            .. ResultOf(state.Comparison),
        ],
        [
            new("Compare", IsFilled(state, CasFields.PairingCode)),
            Primary("Approve", state.Comparison is not { Part: null }),
            Danger("Refuse"),
            new("Back"),
        ],
        [FieldOf(state, CasFields.PairingCode)])
    with
    { Shape = PanelShape.Dialog };

    private static IReadOnlyList<PanelText> ResultOf(CasComparison? comparison) => comparison switch
    {
        null => [],
        { Part: { } part } => [new(CasTexts.Matches(part), TextRole.Good)],
        _ => [new(CasTexts.NoMatch, TextRole.Bad)],
    };

    private static Panel Upgrades(string device, ServerState server) => Panel.Of(
        device,
        "Upgrades",
        RowsOr(
            [.. server.Upgrades.Values.Select(CasRows.Of), .. server.Queue.Select((w, i) => CasRows.Of(w, i))],
            "No terminal is being upgraded."),
        Buttons("Back"),
        []);

    private static IEnumerable<PairingRequest> InOrder(ServerState server) =>
        server.Requests.Values.OrderBy(r => r.Since).ThenBy(r => r.Key.Serial, StringComparer.Ordinal)
            .ThenBy(r => r.Key.Fingerprint, StringComparer.Ordinal);

    private static IReadOnlyList<PanelText> RowsOr(IEnumerable<PanelText> rows, string whenEmpty) =>
        rows.ToList() is { Count: > 0 } all ? all : [Note(whenEmpty)];

    private static PanelText Note(string text) => new(text, TextRole.Note);

    private static IReadOnlyList<PanelButton> Buttons(params IReadOnlyList<string> names) => [.. names.Select(n => new PanelButton(n))];

    private static PanelButton Primary(string name, bool enabled = true) => new(name, enabled) { Role = ButtonRole.Primary };

    private static PanelButton Danger(string name) => new(name) { Role = ButtonRole.Danger };

    /// <summary>Buttons of the lab: they work on the machine that the server runs on.</summary>
    private static IReadOnlyList<PanelButton> LabButtons { get; } =
    [
        new(CasDevice.Migrate) { Asks = "Move the server to another machine? Every terminal must be approved again." },
        new(CasDevice.Reinstall)
        {
            Asks = "Reinstall the server? Its events, users and settings are lost, and every terminal must be approved again.",
        },
        new(CasDevice.Relicense) { Asks = "Reinstall the server under another licence key? All is lost, and no terminal trusts it." },
    ];

    private static PanelField FieldOf(CasState state, string name) => new(name, state.In(name));

    private static bool IsFilled(CasState state, string field) => !string.IsNullOrWhiteSpace(state.In(field));
}
