namespace PairingLab.Sci.Core;

/// <summary>The second half of a pairing: the merchant confirms it or not, and later somebody removes it.</summary>
internal static class PairingEnd
{
    public static IEnumerable<ISciEvent> Decide(SciState state, ConfirmPairing c, DateTimeOffset now) =>
        Find(state, c.Terminal, c.PairingId) is { Status: PairingStatus.Progressed } p
            ? [new PairingConfirmed(p.Terminal, p.Id, now)]
            : [new Refused(Refusal.NothingToDo)];

    public static SciState Apply(SciState state, PairingConfirmed e) => state
        .WithPairing(e.PairingId, p => p with { Status = PairingStatus.Active, At = e.At, Until = null })
        .WithTerminal(e.Terminal, t => t with { Active = t.Active.Add(e.PairingId) });

    public static IEnumerable<ISciEvent> Decide(SciState state, DeclinePairing c, DateTimeOffset now) =>
        Find(state, c.Terminal, c.PairingId) is { Status: PairingStatus.Progressed } p
            ? [new PairingEnded(p.Terminal, p.Id, PairingStatus.Declined, now, null)]
            : [new Refused(Refusal.NothingToDo)];

    public static IEnumerable<ISciEvent> Decide(SciState state, CancelPairing c, DateTimeOffset now, SciSettings settings) =>
        Find(state, c.Terminal, c.PairingId) is { IsUnderWay: true } p
            ? [Ended(p, PairingStatus.Revoked, now, settings)]
            : [new Refused(Refusal.NothingToDo)];

    public static IEnumerable<ISciEvent> Decide(SciState state, UnpairAtTerminal c, DateTimeOffset now, SciSettings settings) =>
        Find(state, c.Terminal, c.PairingId) is { Status: PairingStatus.Active } p
            ? Unpair(state, p, now, settings)
            : [new Refused(Refusal.NothingToDo)];

    /// <summary>
    /// Cancel in the POS calls unpair (SCI integration guide), so it also ends a pairing that still waits for its confirmation.
    /// </summary>
    public static IEnumerable<ISciEvent> Decide(SciState state, UnpairByPos c, DateTimeOffset now, SciSettings settings) =>
        state.Pairings.GetValueOrDefault(c.PairingId) switch
        {
            { Status: PairingStatus.Active } p => Unpair(state, p, now, settings),
            { Status: PairingStatus.Progressed } p => [Ended(p, PairingStatus.Revoked, now, settings)],
            _ => [new Refused(Refusal.NoActivePairingsFound)],
        };

    public static SciState Apply(SciState state, PairingEnded e) => state
        .WithPairing(e.PairingId, p => p with { Status = e.Status, At = e.At, Until = e.ForgetAt })
        .WithTerminal(e.Terminal, t => t with { Active = t.Active.Remove(e.PairingId) });

    /// <summary>A code that has been given out again since then belongs to another pairing now.</summary>
    public static SciState Apply(SciState state, PairingForgotten e)
    {
        var pairing = state.Pairings[e.PairingId];
        return state with
        {
            Pairings = state.Pairings.Remove(pairing.Id),
            Codes = state.Codes.GetValueOrDefault(pairing.Code) == pairing.Id ? state.Codes.Remove(pairing.Code) : state.Codes,
            Keys = state.Keys.Remove(pairing.KeyId),
            Dues = pairing.Until is { } at ? state.Dues.Remove(new(at, pairing.Id)) : state.Dues,
        };
    }

    /// <summary>A terminal that starts a new pairing gives up the one under way.</summary>
    public static IEnumerable<ISciEvent> OfPairingUnderWay(SciState state, Terminal terminal, DateTimeOffset now, SciSettings settings) =>
        terminal.Pairing is { } id && state.Pairings.GetValueOrDefault(id) is { IsUnderWay: true } p
            ? [Ended(p, PairingStatus.Revoked, now, settings)]
            : [];

    /// <summary>
    /// A pairing that no POS knows of is forgotten after a while; any other is kept, so that its POS gets the right answer.
    /// </summary>
    public static PairingEnded Ended(Pairing p, PairingStatus status, DateTimeOffset now, SciSettings settings) =>
        new(p.Terminal, p.Id, status, now, p.Status == PairingStatus.Initial ? now + settings.CodeRemembered : null);

    private static Pairing? Find(SciState state, string terminal, string id) =>
        state.Pairings.GetValueOrDefault(id) is { } p && p.Terminal == terminal ? p : null;

    private static IEnumerable<ISciEvent> Unpair(SciState state, Pairing p, DateTimeOffset now, SciSettings settings) =>
    [
        .. state.Terminals.GetValueOrDefault(p.Terminal)?.Transaction is { } id && state.Transactions[id].Pairing == p.Id
            ? [Transactions.Finished(state.Transactions[id], TransactionResult.Cancelled, now, settings)]
            : Array.Empty<ISciEvent>(),
        new PairingEnded(p.Terminal, p.Id, PairingStatus.Unpaired, now, null),
    ];
}
