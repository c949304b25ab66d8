using PairingLab.Kernel.Panels;
using PairingLab.TerminalTrust.Core;
using static PairingLab.TerminalTrust.Devices.Cas.CasPanel;

namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>The pages of somebody who is signed in.</summary>
internal static class CasPages
{
    private const int EventsShown = 50;

    public static Panel Of(string device, CasState state, ServerState server, string gate) => state.Screen switch
    {
        CasScreen.Terminals => Terminals(device, server, gate),
        CasScreen.Actions => Actions(device, state, server),
        CasScreen.AskUnpair => Show(device, $"Unpair {state.Serial}", ["Its session drops, and it is not served until its fingerprint is approved again."], "Yes", "No") with { Shape = PanelShape.Dialog },
        CasScreen.Requests => Requests(device, state, server),
        CasScreen.Compare => Compare(device, state),
        CasScreen.Create => new(device, "Create terminal", [], [new("Create", Filled(state, CasFields.Serial)), new("Back")], [Field(state, CasFields.Serial)]),
        CasScreen.Upgrades => Upgrades(device, server),
        CasScreen.Events => Show(device, "Events", Rows(server.Log.Reverse().Take(EventsShown).Select(CasRows.Of), "Nothing has happened yet."), "Back"),
        CasScreen.Settings => new(device, "Settings", ["An empty field sets no limit; without an exchange rate no terminal is served. Opening hours are UTC."], [new("Save"), new("Back")],
            [Field(state, CasFields.ExchangeRate), Field(state, CasFields.IpWhitelist), Field(state, CasFields.OpeningHours)]),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state.Screen, "a screen without a panel"),
    };

    private static Panel Terminals(string device, ServerState server, string gate)
    {
        var asking = server.Requests.Keys.Select(r => r.Serial).ToHashSet(StringComparer.Ordinal);
        var rows = server.Terminals.Values.Select(t => CasRows.Of(t, server, asking.Contains(t.Serial)));
        return new(
            device,
            "Terminals",
            [$"Signed in: {server.SignIn!.User}", CasTexts.ServerHost + gate, .. Rows(rows, CasTexts.NoTerminals)],
            [
                .. InOrder(server).Select(r => new PanelButton($"Approve {CasRows.NameOf(r.Key, server)}")),
                .. server.Terminals.Keys.Select(s => new PanelButton($"Actions {s}")),
                .. Buttons("Pairing requests", "Create terminal", "Upgrades", "Events", "Settings", "Sign Out"),
                .. LabButtons,
            ],
            []);
    }

    private static Panel Actions(string device, CasState state, ServerState server)
    {
        var terminal = server.Terminals.GetValueOrDefault(state.Serial) ?? new(state.Serial);
        return new(
            device,
            $"Terminal {terminal.Serial}",
            [
                $"State: {CasRows.StatusOf(terminal)}",
                $"Firmware: {terminal.Firmware ?? "unknown"}",
                $"Certificate fingerprint: {terminal.Fingerprint ?? "none"}",
                $"VPN configuration: {(terminal.VpnKey is null ? "not generated" : "generated")}",
            ],
            Buttons("Unpair", "Generate VPN configuration", terminal.Active ? "Deactivate" : "Activate", "Back"),
            []);
    }

    private static Panel Requests(string device, CasState state, ServerState server)
    {
        var requests = InOrder(server).ToList();
        return new(
            device,
            "Pairing requests",
            Rows(requests.Select(r => CasRows.Of(r, state.Selected.Contains(r.Key))), CasTexts.NoRequests),
            [
                .. requests.SelectMany(r => Buttons($"Approve {CasRows.NameOf(r.Key, server)}", $"{(state.Selected.Contains(r.Key) ? "Deselect" : "Select")} {CasRows.NameOf(r.Key, server)}")),
                new("Select fingerprints", Filled(state, CasFields.Fingerprints)),
                new("Approve selected", !state.Selected.IsEmpty),
                new("Back"),
            ],
            [Field(state, CasFields.Fingerprints)]);
    }

    private static Panel Compare(string device, CasState state) => new(
        device,
        $"Approve {state.Request.Serial}",
        [
            CasTexts.Compare,
            $"Certificate fingerprint: {state.Request.Fingerprint}",
            .. Fingerprint.Pieces(state.Request.Fingerprint).Select((piece, i) => $"Piece {i + 1}: {piece}"),
            .. state.Comparison is { } c ? [c.Part is { } part ? CasTexts.Matches(part) : CasTexts.NoMatch] : Array.Empty<string>(),
        ],
        [new("Compare", Filled(state, CasFields.PairingCode)), new("Approve", state.Comparison is not { Part: null }), new("Refuse"), new("Back")],
        [Field(state, CasFields.PairingCode)])
    { Shape = PanelShape.Dialog };

    private static Panel Upgrades(string device, ServerState server) => Show(
        device,
        "Upgrades",
        Rows(server.Upgrades.Values.Select(CasRows.Of).Concat(server.Queue.Select((w, i) => $"{w.Serial}, waits, place {i + 1}")), "No terminal is being upgraded."),
        "Back");

    private static IEnumerable<PairingRequest> InOrder(ServerState server) =>
        server.Requests.Values.OrderBy(r => r.Since).ThenBy(r => r.Key.Serial, StringComparer.Ordinal).ThenBy(r => r.Key.Fingerprint, StringComparer.Ordinal);

    private static IReadOnlyList<string> Rows(IEnumerable<string> rows, string whenEmpty) => rows.ToList() is { Count: > 0 } all ? all : [whenEmpty];

    private static IReadOnlyList<PanelButton> Buttons(params string[] names) => [.. names.Select(n => new PanelButton(n))];

    private static Panel Show(string device, string title, IReadOnlyList<string> texts, params string[] buttons) => new(device, title, texts, Buttons(buttons), []);
}
