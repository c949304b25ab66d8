namespace PairingLab.Sci.Core;

/// <summary>What is set about a terminal: its tenant, its nickname, whether it is busy.</summary>
internal static class Terminals
{
    public static IEnumerable<ISciEvent> Decide(SciState state, EnrolTerminal c) => state.Terminals.TryGetValue(c.Terminal, out var known)
        ? known.Tenant == c.Tenant ? [] : [new TerminalEnrolled(c.Terminal, known.Tid, known.Nickname, c.Tenant)]
        : [new TerminalEnrolled(c.Terminal, c.Tid, c.Nickname, c.Tenant)];

    public static SciState Apply(SciState state, TerminalEnrolled e) =>
        state.With(
            (state.Terminals.GetValueOrDefault(e.Terminal) ?? new(e.Terminal, e.Tid, e.Nickname, e.Tenant)) with { Tenant = e.Tenant });

    public static IEnumerable<ISciEvent> Decide(SciState state, NameTerminal c) =>
        state.Terminals.ContainsKey(c.Terminal) ? [new TerminalNamed(c.Terminal, c.Nickname)] : [new Refused(Refusal.TerminalUnknown)];

    public static SciState Apply(SciState state, TerminalNamed e) => state.WithTerminal(e.Terminal, t => t with { Nickname = e.Nickname });

    public static IEnumerable<ISciEvent> Decide(SciState state, SetBusy c) =>
        !state.Terminals.TryGetValue(c.Terminal, out var terminal) ? [new Refused(Refusal.TerminalUnknown)]
        : c.Busy && IsOccupied(state, terminal) ? [new Refused(Refusal.TerminalBusy)]
        : [new TerminalBusyChanged(c.Terminal, c.Busy)];

    public static SciState Apply(SciState state, TerminalBusyChanged e) => state.WithTerminal(e.Terminal, t => t with { Busy = e.Busy });

    public static IEnumerable<ISciEvent> Decide(SciState state, ConfigureTerminal c) =>
        !state.Terminals.TryGetValue(c.Terminal, out var terminal) ? [new Refused(Refusal.TerminalUnknown)]
        : terminal.Options == c.Options ? []
        : [new TerminalConfigured(c.Terminal, c.Options)];

    public static SciState Apply(SciState state, TerminalConfigured e) =>
        state.WithTerminal(e.Terminal, t => t with { Options = e.Options });

    /// <summary>Whether its screen shows something that must end first.</summary>
    public static bool IsOccupied(SciState state, Terminal terminal) =>
        terminal.Busy || terminal.Transaction is not null
        || (terminal.Pairing is { } id && state.Pairings.TryGetValue(id, out var p) && p.IsUnderWay);
}
