using System.Collections.Immutable;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Core.Commands;

namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>Many pairing requests at once: those are selected whose fingerprints somebody brings along, noted at the terminals.</summary>
internal static class CasSelection
{
    private static readonly char[] Between = [' ', '\n', '\r', '\t', ',', ';'];

    public static CasAct Press(CasState state, ServerState server, string button) =>
        button == "Select fingerprints" ? new(ByFingerprints(state, server))
        : button == "Approve selected" ? new(state.Go(CasScreen.Terminals) with { Selected = [] }, s => s.Do(new ApproveRequests([.. state.Selected])))
        : CasDecisions.Named(server, "Select", button) is { } chosen ? new(state with { Selected = state.Selected.Add(chosen) })
        : CasDecisions.Named(server, "Deselect", button) is { } left ? new(state with { Selected = state.Selected.Remove(left) })
        : new(state);

    private static CasState ByFingerprints(CasState state, ServerState server)
    {
        var requests = new Dictionary<string, RequestKey>(StringComparer.OrdinalIgnoreCase);
        foreach (var request in server.Requests.Keys)
        {
            requests[request.Fingerprint] = request;
            foreach (var piece in Fingerprint.Pieces(request.Fingerprint))
            {
                requests[piece] = request;
            }
        }

        var given = state.In(CasFields.Fingerprints).Split(Between, StringSplitOptions.RemoveEmptyEntries);
        var unknown = given.Where(g => !requests.ContainsKey(g)).ToList();
        var found = given.Except(unknown, StringComparer.Ordinal).Select(g => requests[g]).ToImmutableHashSet();
        return state with
        {
            Selected = found,
            Message = unknown.Count == 0 ? null : $"{unknown.Count} of {given.Length} belong to no pairing request, such as {unknown[0]}. {found.Count} are selected.",
        };
    }
}
