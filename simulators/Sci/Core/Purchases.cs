using PairingLab.Sci.Core.Commands;
using PairingLab.Sci.Core.Events;

namespace PairingLab.Sci.Core;

/// <summary>Purchases over a pairing, one at a time on each terminal.</summary>
internal static class Purchases
{
    public static IEnumerable<ISciEvent> On(SciState state, StartTransaction c, DateTimeOffset now, SciSettings settings)
    {
        if (state.Pairings.GetValueOrDefault(c.PairingId) is not { Status: PairingStatus.Active } pairing)
        {
            return [new Refused(Refusal.NoActivePairingsFound)];
        }

        return !c.Connected ? [new Refused(Refusal.DeviceNotConnected)]
            : Terminals.IsOccupied(state, state.Terminals[pairing.Terminal]) ? [new Refused(Refusal.TransactionRefused)]
            : [new TransactionStarted(pairing.Terminal, c.TransactionId, pairing.Id, c.Amount, now + settings.TransactionPatience)];
    }

    public static IEnumerable<ISciEvent> On(SciState state, AcceptTransaction c) =>
        UnderWay(state, c.Terminal, c.TransactionId) is { Message: Texts.WaitingForTerminal } t
            ? [new TransactionAccepted(t.Terminal, t.Id)]
            : [new Refused(Refusal.NothingToDo)];

    public static IEnumerable<ISciEvent> On(SciState state, AwaitPos c) =>
        UnderWay(state, c.Terminal, c.TransactionId) is { AwaitsPos: false } t
            ? [new TransactionAwaitsPos(t.Terminal, t.Id)]
            : [new Refused(Refusal.NothingToDo)];

    public static IEnumerable<ISciEvent> On(SciState state, JudgeSignature c, DateTimeOffset now, SciSettings settings) =>
        state.Transactions.GetValueOrDefault(c.TransactionId) is not { } t || t.Pairing != c.PairingId ? [new Refused(Refusal.TransactionNotFound)]
        : t.Result is not null ? []
        : !t.AwaitsPos ? [new Refused(Refusal.NothingToDo)]
        : [new TransactionFinished(t.Terminal, t.Id, c.Accepted ? TransactionResult.Approved : TransactionResult.Declined, now + settings.TransactionKept)];

    /// <summary>While the POS is waited for, all that a terminal can do is cancel.</summary>
    public static IEnumerable<ISciEvent> On(SciState state, FinishTransaction c, DateTimeOffset now, SciSettings settings) =>
        UnderWay(state, c.Terminal, c.TransactionId) is { } t && (!t.AwaitsPos || c.Result == TransactionResult.Cancelled)
            ? [new TransactionFinished(t.Terminal, t.Id, c.Result, now + settings.TransactionKept)]
            : [new Refused(Refusal.NothingToDo)];

    private static Transaction? UnderWay(SciState state, string terminal, string id) =>
        state.Transactions.GetValueOrDefault(id) is { Result: null } t && t.Terminal == terminal ? t : null;
}
