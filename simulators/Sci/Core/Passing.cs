using PairingLab.Sci.Core.Events;

namespace PairingLab.Sci.Core;

/// <summary>What time brings by itself.</summary>
public static class Passing
{
    /// <summary>Adds the events that are due and gives the state after them.</summary>
    public static SciState Time(SciState state, DateTimeOffset now, SciSettings settings, List<ISciEvent> events)
    {
        while (!state.Dues.IsEmpty && state.Dues.Min is var due && due.At <= now)
        {
            var happened = Brings(state, due, settings);
            events.Add(happened);
            state = Evolve.After(state, happened);
        }

        return state;
    }

    /// <summary>When time brings the next event; null when never.</summary>
    public static DateTimeOffset? NextDeadline(SciState state) => state.Dues.IsEmpty ? null : state.Dues.Min.At;

    private static ISciEvent Brings(SciState state, Due due, SciSettings settings)
    {
        if (state.Transactions.TryGetValue(due.Id, out var t))
        {
            return t.Result is null
                ? new TransactionFinished(t.Terminal, t.Id, TransactionResult.Unknown, due.At + settings.TransactionKept)
                : new TransactionForgotten(t.Terminal, t.Id);
        }

        var pairing = state.Pairings[due.Id];
        return pairing.IsUnderWay
            ? Ending.Ended(pairing, PairingStatus.Expired, due.At, settings)
            : new PairingForgotten(pairing.Terminal, pairing.Id);
    }
}
