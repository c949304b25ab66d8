namespace PairingLab.Sci.Core;

/// <summary>The rules of SCI: state + command + time → events, and state + event → state. Each flow has a file with both.</summary>
public static class SciCore
{
    /// <summary>What follows from a command: first the events that are due by now, then those of the command.</summary>
    public static IReadOnlyList<ISciEvent> Decide(SciState state, ISciCommand command, DateTimeOffset now, SciSettings settings)
    {
        var events = new List<ISciEvent>();
        var current = DueEvents.Pass(state, now, settings, events);
        events.AddRange(command switch
        {
            EnrolTerminal c => Terminals.Decide(current, c),
            NameTerminal c => Terminals.Decide(current, c),
            SetBusy c => Terminals.Decide(current, c),
            ConfigureTerminal c => Terminals.Decide(current, c),
            StartPairing c => PairingStart.Decide(current, c, now, settings),
            ProgressPairing c => PairingStart.Decide(current, c, now, settings),
            ConfirmPairing c => PairingEnd.Decide(current, c, now),
            DeclinePairing c => PairingEnd.Decide(current, c, now),
            CancelPairing c => PairingEnd.Decide(current, c, now, settings),
            UnpairAtTerminal c => PairingEnd.Decide(current, c, now, settings),
            UnpairByPos c => PairingEnd.Decide(current, c, now, settings),
            StartTransaction c => Transactions.Decide(current, c, now, settings),
            AcceptTransaction c => Transactions.Decide(current, c),
            CancelTransaction c => Transactions.Decide(current, c),
            TakeTip c => TransactionForms.Decide(current, c),
            TakeSignature c => TransactionForms.Decide(current, c),
            SubmitForm c => TransactionForms.Decide(current, c, now, settings),
            FinishTransaction c => Transactions.Decide(current, c, now, settings),
            PassTime => [],
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "no flow decides this command"),
        });
        return events;
    }

    /// <summary>The state after an event.</summary>
    public static SciState Apply(SciState state, ISciEvent happened) => happened switch
    {
        TerminalEnrolled e => Terminals.Apply(state, e),
        TerminalNamed e => Terminals.Apply(state, e),
        TerminalBusyChanged e => Terminals.Apply(state, e),
        TerminalConfigured e => Terminals.Apply(state, e),
        PairingStarted e => PairingStart.Apply(state, e),
        PairingProgressed e => PairingStart.Apply(state, e),
        PairingConfirmed e => PairingEnd.Apply(state, e),
        PairingEnded e => PairingEnd.Apply(state, e),
        PairingForgotten e => PairingEnd.Apply(state, e),
        TransactionStarted e => Transactions.Apply(state, e),
        TransactionMoved e => Transactions.Apply(state, e),
        CancelRequested e => Transactions.Apply(state, e),
        TransactionFinished e => Transactions.Apply(state, e),
        TransactionForgotten e => Transactions.Apply(state, e),
        Refused => state,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "no flow applies this event"),
    };

    /// <summary>When time brings the next event; null when never.</summary>
    public static DateTimeOffset? NextDue(SciState state) => state.Dues.IsEmpty ? null : state.Dues.Min.At;

    /// <summary>The state that a service starts with: what its store holds.</summary>
    public static SciState Restore(SciState terminals, IEnumerable<Pairing> pairings, IEnumerable<Transaction> transactions) =>
        transactions.Aggregate(pairings.Aggregate(terminals, PairingStart.Add), Transactions.Add);
}
