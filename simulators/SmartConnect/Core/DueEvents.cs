namespace PairingLab.SmartConnect.Core;

/// <summary>
/// What time brings by itself: payments of a device that is offline fail, a POS is called again, old payments are forgotten. Codes die
/// without an event: a register that uses one is told.
/// </summary>
internal static class DueEvents
{
    /// <summary>Adds the events that are due and returns the state after them.</summary>
    public static SmartConnectState Pass(
        SmartConnectState state, DateTimeOffset now, SmartConnectSettings settings, List<ISmartConnectEvent> events)
    {
        while (Offline(state, settings) <= now)
        {
            var first = state.Devices[state.Waits.Min.Device].Queue[0];
            Happen(new PaymentFinished(first, new(PaymentOutcome.Unreachable, now)));
        }

        while (Callback(state) <= now)
        {
            Happen(new CallbackStarted(state.Callbacks.Min.Payment));
        }

        while (Forgotten(state, settings) <= now)
        {
            Happen(new PaymentForgotten(state.Finished.Min.Payment));
        }

        return state;

        void Happen(ISmartConnectEvent happened)
        {
            events.Add(happened);
            state = SmartConnectCore.Apply(state, happened);
        }
    }

    /// <summary>When time brings the next event; null when never.</summary>
    public static DateTimeOffset? Next(SmartConnectState state, SmartConnectSettings settings)
    {
        DateTimeOffset?[] all = [Offline(state, settings), Callback(state), Forgotten(state, settings)];
        return all.Min();
    }

    private static DateTimeOffset? Offline(SmartConnectState state, SmartConnectSettings settings) =>
        state.Waits.IsEmpty ? null : state.Waits.Min.Since + settings.OfflineAfter;

    private static DateTimeOffset? Callback(SmartConnectState state) => state.Callbacks.IsEmpty ? null : state.Callbacks.Min.At;

    private static DateTimeOffset? Forgotten(SmartConnectState state, SmartConnectSettings settings) =>
        state.Finished.IsEmpty ? null : state.Finished.Min.At + settings.PaymentsKept;
}
