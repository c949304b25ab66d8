using PairingLab.Sci.Core;

namespace PairingLab.Sci.Api;

/// <summary>All that a terminal is told of itself; what the tenant sends over its link, and answers to its acts.</summary>
/// <param name="Version">Counts up; an older view is passed over.</param>
/// <param name="Tid">The TID assigned to it.</param>
/// <param name="Nickname">The nickname configured on it.</param>
/// <param name="Tenant">The tenant it belongs to.</param>
/// <param name="Busy">Whether it is busy with something of its own.</param>
/// <param name="Pairing">The pairing it last began; null before the first.</param>
/// <param name="Paired">Its active pairings, the oldest first.</param>
/// <param name="Transaction">The transaction on its screen; null when there is none.</param>
public sealed record TerminalView(
    long Version,
    string Tid,
    string Nickname,
    string Tenant,
    bool Busy,
    TerminalPairing? Pairing,
    IReadOnlyList<TerminalPairing> Paired,
    TerminalTransaction? Transaction)
{
    /// <summary>The view of a terminal; null when SCI does not know it.</summary>
    public static TerminalView? Of(SciState state, string id)
    {
        if (!state.Terminals.TryGetValue(id, out var terminal))
        {
            return null;
        }

        var began = terminal.Pairing is { } last ? state.Pairings.GetValueOrDefault(last) : null;
        return new(
            terminal.Version,
            terminal.Tid,
            terminal.Nickname,
            terminal.Tenant,
            terminal.Busy,
            began is null ? null : TerminalPairing.Of(began),
            [.. terminal.Active.Select(p => TerminalPairing.Of(state.Pairings[p]))],
            terminal.Transaction is { } purchase ? TerminalTransaction.Of(state.Transactions[purchase]) : null);
    }
}
