using System.Collections.Immutable;
using PairingLab.Sci.Core.Events;

namespace PairingLab.Sci.Core;

/// <summary>State + event → state.</summary>
public static class Evolve
{
    /// <summary>The state after an event.</summary>
    public static SciState After(SciState state, ISciEvent happened) => happened switch
    {
        TerminalEnrolled e => Put(state, (state.Terminals.GetValueOrDefault(e.Terminal) ?? new(e.Terminal, e.Tid, e.Nickname, e.Tenant)) with { Tenant = e.Tenant }),
        TerminalNamed e => OfTerminal(state, e.Terminal, t => t with { Nickname = e.Nickname }),
        TerminalBusyChanged e => OfTerminal(state, e.Terminal, t => t with { Busy = e.Busy }),
        PairingStarted e => OfTerminal(Begin(state, e.Pairing), e.Terminal, t => t with { Pairing = e.Pairing.Id }),
        PairingProgressed e => Touch(OfPairing(state, e.PairingId, p => p with { Status = PairingStatus.Progressed, Nickname = e.Nickname, At = e.At, Until = e.Until }), e.Terminal),
        PairingConfirmed e => OfTerminal(
            OfPairing(state, e.PairingId, p => p with { Status = PairingStatus.Active, At = e.At, Until = null }), e.Terminal, t => t with { Active = t.Active.Add(e.PairingId) }),
        PairingEnded e => OfTerminal(
            OfPairing(state, e.PairingId, p => p with { Status = e.Status, At = e.At, Until = e.ForgetAt }), e.Terminal, t => t with { Active = t.Active.Remove(e.PairingId) }),
        PairingForgotten e => Forget(state, state.Pairings[e.PairingId]),
        Refused => state,
        _ => AfterPurchase(state, happened),
    };

    /// <summary>The state that knows a pairing, a new one or one from the store.</summary>
    public static SciState Begin(SciState state, Pairing pairing) => state with
    {
        Pairings = state.Pairings.SetItem(pairing.Id, pairing),
        Codes = state.Codes.SetItem(pairing.Code, pairing.Id),
        Keys = state.Keys.SetItem(pairing.KeyId, pairing.Id),
        Dues = pairing.Until is { } at ? state.Dues.Add(new(at, pairing.Id)) : state.Dues,
    };

    /// <summary>The state that knows a transaction, a new one or one from the store.</summary>
    public static SciState Begin(SciState state, Transaction transaction) => state with
    {
        Transactions = state.Transactions.SetItem(transaction.Id, transaction),
        Dues = state.Dues.Add(new(transaction.Until, transaction.Id)),
    };

    private static SciState AfterPurchase(SciState state, ISciEvent happened) => happened switch
    {
        TransactionStarted e => OfTerminal(
            Begin(state, new Transaction(e.TransactionId, e.PairingId, e.Terminal, e.Amount, 1, Texts.WaitingForTerminal, null, e.Until)),
            e.Terminal,
            t => t with { Transaction = e.TransactionId }),
        TransactionAccepted e => Touch(OfPurchase(state, e.TransactionId, t => t with { Version = t.Version + 1, Message = Texts.WaitingForCard }), e.Terminal),
        TransactionAwaitsPos e => Touch(
            OfPurchase(state, e.TransactionId, t => t with { Version = t.Version + 1, Message = Texts.CheckSignature, AwaitsPos = true }), e.Terminal),
        TransactionFinished e => OfTerminal(
            OfPurchase(state, e.TransactionId, t => t with { Version = t.Version + 1, Message = Texts.Ended(e.Result), Result = e.Result, AwaitsPos = false, Until = e.ForgetAt }),
            e.Terminal,
            t => t with { Transaction = null }),
        TransactionForgotten e => state with
        {
            Transactions = state.Transactions.Remove(e.TransactionId),
            Dues = state.Dues.Remove(new(state.Transactions[e.TransactionId].Until, e.TransactionId)),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "an event that no state knows"),
    };

    private static SciState Put(SciState state, Terminal terminal) =>
        state with { Terminals = state.Terminals.SetItem(terminal.Id, terminal with { Version = terminal.Version + 1 }) };

    private static SciState Touch(SciState state, string terminal) => OfTerminal(state, terminal, t => t);

    private static SciState OfTerminal(SciState state, string terminal, Func<Terminal, Terminal> change) =>
        state.Terminals.TryGetValue(terminal, out var before) ? Put(state, change(before)) : state;

    private static SciState OfPairing(SciState state, string pairing, Func<Pairing, Pairing> change)
    {
        var before = state.Pairings[pairing];
        var after = change(before);
        return state with { Pairings = state.Pairings.SetItem(pairing, after), Dues = Move(state, pairing, before.Until, after.Until) };
    }

    private static SciState OfPurchase(SciState state, string transaction, Func<Transaction, Transaction> change)
    {
        var before = state.Transactions[transaction];
        var after = change(before);
        return state with { Transactions = state.Transactions.SetItem(transaction, after), Dues = Move(state, transaction, before.Until, after.Until) };
    }

    private static ImmutableSortedSet<Due> Move(SciState state, string id, DateTimeOffset? from, DateTimeOffset? to)
    {
        var dues = from is { } old ? state.Dues.Remove(new(old, id)) : state.Dues;
        return to is { } next ? dues.Add(new(next, id)) : dues;
    }

    /// <summary>A code that has been given out again since then is another pairing's now.</summary>
    private static SciState Forget(SciState state, Pairing pairing) => state with
    {
        Pairings = state.Pairings.Remove(pairing.Id),
        Codes = state.Codes.GetValueOrDefault(pairing.Code) == pairing.Id ? state.Codes.Remove(pairing.Code) : state.Codes,
        Keys = state.Keys.Remove(pairing.KeyId),
        Dues = pairing.Until is { } at ? state.Dues.Remove(new(at, pairing.Id)) : state.Dues,
    };
}
