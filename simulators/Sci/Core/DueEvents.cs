namespace PairingLab.Sci.Core;

/// <summary>What time brings by itself: codes expire, transactions are given up, and what has ended is forgotten.</summary>
internal static class DueEvents
{
    /// <summary>Adds the events that are due and returns the state after them.</summary>
    public static SciState Pass(SciState state, DateTimeOffset now, SciSettings settings, List<ISciEvent> events)
    {
        while (!state.Dues.IsEmpty && state.Dues.Min is var due && due.At <= now)
        {
            var happened = Brings(state, due, settings);
            events.Add(happened);
            state = SciCore.Apply(state, happened);
        }

        return state;
    }

    private static ISciEvent Brings(SciState state, Due due, SciSettings settings)
    {
        if (state.Transactions.TryGetValue(due.Id, out var t))
        {
            return t.Result is null
                ? Transactions.Finished(t, TransactionResult.Unknown, due.At, settings)
                : new TransactionForgotten(t.Terminal, t.Id);
        }

        var pairing = state.Pairings[due.Id];
        return pairing.IsUnderWay
            ? PairingEnd.Ended(pairing, PairingStatus.Expired, due.At, settings)
            : new PairingForgotten(pairing.Terminal, pairing.Id);
    }
}
