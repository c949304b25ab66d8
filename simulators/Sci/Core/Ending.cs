using PairingLab.Sci.Core.Commands;
using PairingLab.Sci.Core.Events;

namespace PairingLab.Sci.Core;

/// <summary>The second half of a pairing: confirmed or not, and removed one day.</summary>
internal static class Ending
{
    public static IEnumerable<ISciEvent> On(SciState state, ConfirmPairing c, DateTimeOffset now) =>
        Find(state, c.Terminal, c.PairingId) is { Status: PairingStatus.Progressed } p
            ? [new PairingConfirmed(p.Terminal, p.Id, now)]
            : [new Refused(Refusal.NothingToDo)];

    public static IEnumerable<ISciEvent> On(SciState state, DeclinePairing c, DateTimeOffset now) =>
        Find(state, c.Terminal, c.PairingId) is { Status: PairingStatus.Progressed } p
            ? [new PairingEnded(p.Terminal, p.Id, PairingStatus.Declined, now, null)]
            : [new Refused(Refusal.NothingToDo)];

    public static IEnumerable<ISciEvent> On(SciState state, CancelPairing c, DateTimeOffset now, SciSettings settings) =>
        Find(state, c.Terminal, c.PairingId) is { IsUnderWay: true } p
            ? [Ended(p, PairingStatus.Revoked, now, settings)]
            : [new Refused(Refusal.NothingToDo)];

    public static IEnumerable<ISciEvent> On(SciState state, UnpairAtTerminal c, DateTimeOffset now, SciSettings settings) =>
        Find(state, c.Terminal, c.PairingId) is { Status: PairingStatus.Active } p
            ? Unpair(state, p, now, settings)
            : [new Refused(Refusal.NothingToDo)];

    /// <summary>Vendor: Cancel in the POS calls unpair, so it must also end what still waits for its confirmation.</summary>
    public static IEnumerable<ISciEvent> On(SciState state, UnpairByPos c, DateTimeOffset now, SciSettings settings) =>
        state.Pairings.GetValueOrDefault(c.PairingId) switch
        {
            { Status: PairingStatus.Active } p => Unpair(state, p, now, settings),
            { Status: PairingStatus.Progressed } p => [Ended(p, PairingStatus.Revoked, now, settings)],
            _ => [new Refused(Refusal.NoActivePairingsFound)],
        };

    /// <summary>Who starts a pairing anew gives up the one that is under way.</summary>
    public static IEnumerable<ISciEvent> UnderWay(SciState state, Terminal terminal, DateTimeOffset now, SciSettings settings) =>
        terminal.Pairing is { } id && state.Pairings.GetValueOrDefault(id) is { IsUnderWay: true } p
            ? [Ended(p, PairingStatus.Revoked, now, settings)]
            : [];

    /// <summary>A pairing that no POS has a record of may be forgotten after a while; any other is remembered, so that its POS is told rightly.</summary>
    public static PairingEnded Ended(Pairing p, PairingStatus status, DateTimeOffset now, SciSettings settings) =>
        new(p.Terminal, p.Id, status, now, p.Status == PairingStatus.Initial ? now + settings.CodeRemembered : null);

    private static Pairing? Find(SciState state, string terminal, string id) =>
        state.Pairings.GetValueOrDefault(id) is { } p && p.Terminal == terminal ? p : null;

    private static IEnumerable<ISciEvent> Unpair(SciState state, Pairing p, DateTimeOffset now, SciSettings settings) =>
    [
        .. state.Terminals.GetValueOrDefault(p.Terminal)?.Transaction is { } id && state.Transactions[id].Pairing == p.Id
            ? [new TransactionFinished(p.Terminal, id, TransactionResult.Cancelled, now + settings.TransactionKept)]
            : Array.Empty<ISciEvent>(),
        new PairingEnded(p.Terminal, p.Id, PairingStatus.Unpaired, now, null),
    ];
}
