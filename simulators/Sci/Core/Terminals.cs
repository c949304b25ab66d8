using PairingLab.Sci.Core.Commands;
using PairingLab.Sci.Core.Events;

namespace PairingLab.Sci.Core;

/// <summary>What is set about a terminal.</summary>
internal static class Terminals
{
    public static IEnumerable<ISciEvent> On(SciState state, EnrolTerminal c) => state.Terminals.TryGetValue(c.Terminal, out var known)
        ? known.Tenant == c.Tenant ? [] : [new TerminalEnrolled(c.Terminal, known.Tid, known.Nickname, c.Tenant)]
        : [new TerminalEnrolled(c.Terminal, c.Tid, c.Nickname, c.Tenant)];

    public static IEnumerable<ISciEvent> On(SciState state, NameTerminal c) =>
        state.Terminals.ContainsKey(c.Terminal) ? [new TerminalNamed(c.Terminal, c.Nickname)] : [new Refused(Refusal.TerminalUnknown)];

    public static IEnumerable<ISciEvent> On(SciState state, SetBusy c) =>
        !state.Terminals.TryGetValue(c.Terminal, out var terminal) ? [new Refused(Refusal.TerminalUnknown)]
        : c.Busy && IsOccupied(state, terminal) ? [new Refused(Refusal.TerminalBusy)]
        : [new TerminalBusyChanged(c.Terminal, c.Busy)];

    /// <summary>Whether something is on its screen that must be ended first.</summary>
    public static bool IsOccupied(SciState state, Terminal terminal) =>
        terminal.Busy || terminal.Transaction is not null || (terminal.Pairing is { } id && state.Pairings.TryGetValue(id, out var p) && p.IsUnderWay);
}
