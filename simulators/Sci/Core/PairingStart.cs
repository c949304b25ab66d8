namespace PairingLab.Sci.Core;

/// <summary>The first half of a pairing: the terminal shows a code, and a POS sends it.</summary>
internal static class PairingStart
{
    public static IEnumerable<ISciEvent> Decide(SciState state, StartPairing c, DateTimeOffset now, SciSettings settings)
    {
        if (!state.Terminals.TryGetValue(c.Terminal, out var terminal))
        {
            return [new Refused(Refusal.TerminalUnknown)];
        }

        if (terminal.Busy || terminal.Transaction is not null)
        {
            return [new Refused(Refusal.TerminalBusy)];
        }

        var started = new Pairing(
            c.PairingId, c.KeyId, c.Terminal, terminal.Tenant, c.Code, c.ConfirmationCode, c.SecretPartB, terminal.Tid, terminal.Nickname,
            PairingStatus.Initial, now, now + settings.CodeLifetime, null);
        return [.. PairingEnd.OfPairingUnderWay(state, terminal, now, settings), new PairingStarted(c.Terminal, started)];
    }

    public static SciState Apply(SciState state, PairingStarted e) =>
        Add(state, e.Pairing).WithTerminal(e.Terminal, t => t with { Pairing = e.Pairing.Id });

    public static IEnumerable<ISciEvent> Decide(SciState state, ProgressPairing c, DateTimeOffset now, SciSettings settings)
    {
        var pairing = state.PairingOfCode(c.Code);
        return WhyNot(pairing, c.IsLiveKey) is { } reason
            ? [new Refused(reason)]
            : [new PairingProgressed(pairing!.Terminal, pairing.Id, c.Nickname, now, now + settings.ConfirmationWindow)];
    }

    public static SciState Apply(SciState state, PairingProgressed e) => state
        .WithPairing(e.PairingId, p => p with { Status = PairingStatus.Progressed, Nickname = e.Nickname, At = e.At, Until = e.Until })
        .WithTerminal(e.Terminal, t => t);

    /// <summary>The state with one more pairing, a new one or one from the store.</summary>
    public static SciState Add(SciState state, Pairing pairing) => state with
    {
        Pairings = state.Pairings.SetItem(pairing.Id, pairing),
        Codes = state.Codes.SetItem(pairing.Code, pairing.Id),
        Keys = state.Keys.SetItem(pairing.KeyId, pairing.Id),
        Dues = pairing.Until is { } at ? state.Dues.Add(new(at, pairing.Id)) : state.Dues,
    };

    /// <summary>The routes are checked first: a POS that may not pair with a terminal must not learn how far its pairing is.</summary>
    private static Refusal? WhyNot(Pairing? pairing, bool isLiveKey) =>
        pairing is null || Tenant.Find(pairing.Tenant) is not { } tenant ? Refusal.PairingNotFound
        : !tenant.IsAuthorised ? Refusal.PairingRouteForbidden
        : tenant.IsLive && !isLiveKey ? Refusal.TestApiKeyForbiddenForLivePairing
        : !tenant.IsLive && isLiveKey ? Refusal.PairingRouteForbidden
        : pairing.Status != PairingStatus.Initial ? Refusal.PairingNotInitial
        : null;
}
