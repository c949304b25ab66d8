using PairingLab.SmartConnect.Core.Events;

namespace PairingLab.SmartConnect.Core;

/// <summary>What time brings by itself. Codes die without an event: whoever uses one is told.</summary>
public static class Passing
{
    /// <summary>Adds the events that are due and gives the state after them.</summary>
    public static SmartConnectState Time(SmartConnectState state, DateTimeOffset now, SmartConnectSettings settings, List<ISmartConnectEvent> events)
    {
        while (!state.Waits.IsEmpty && now >= state.Waits.Min.Since + settings.OfflineAfter)
        {
            var first = state.Devices[state.Waits.Min.Device].Queue[0];
            state = Apply(state, new PaymentFinished(first, new(PaymentOutcome.Unreachable, now)), events);
        }

        while (!state.Finished.IsEmpty && now >= state.Finished.Min.At + settings.PaymentsKept)
        {
            state = Apply(state, new PaymentForgotten(state.Finished.Min.Payment), events);
        }

        return state;
    }

    /// <summary>When time brings the next event; null when never.</summary>
    public static DateTimeOffset? NextDeadline(SmartConnectState state, SmartConnectSettings settings)
    {
        DateTimeOffset? offline = state.Waits.IsEmpty ? null : state.Waits.Min.Since + settings.OfflineAfter;
        DateTimeOffset? forgotten = state.Finished.IsEmpty ? null : state.Finished.Min.At + settings.PaymentsKept;
        return offline is { } one && forgotten is { } other ? (one < other ? one : other) : offline ?? forgotten;
    }

    private static SmartConnectState Apply(SmartConnectState state, ISmartConnectEvent happened, List<ISmartConnectEvent> events)
    {
        events.Add(happened);
        return Evolve.After(state, happened);
    }
}
