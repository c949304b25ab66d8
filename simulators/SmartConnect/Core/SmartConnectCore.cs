namespace PairingLab.SmartConnect.Core;

/// <summary>
/// The rules of SmartConnect: state + command + time → events, and state + event → state. Each flow has a file with both.
/// </summary>
public static class SmartConnectCore
{
    /// <summary>What follows from a command: first the events that are due by now, then those of the command.</summary>
    public static IReadOnlyList<ISmartConnectEvent> Decide(
        SmartConnectState state, ISmartConnectCommand command, DateTimeOffset now, SmartConnectSettings settings)
    {
        var events = new List<ISmartConnectEvent>();
        var current = DueEvents.Pass(state, now, settings, events);
        IReadOnlyList<ISmartConnectEvent> decided =
        [
            .. command switch
            {
                SignOn c => SigningOn.Decide(current, c, now),
                PairRegister c => Pairing.Decide(current, c, now),
                AcceptPayment c => Payments.Decide(current, c, now, settings),
                TellCallback c => Callbacks.Decide(current, c, now, settings),
                PollPayment c => Payments.Decide(current, c, now, settings),
                IDeviceCommand c => DecideAtDevice(current, c, now, settings),
                PassTime => [],
                _ => throw new ArgumentOutOfRangeException(nameof(command), command, "no flow decides this command"),
            },
        ];
        events.AddRange(decided);
        events.AddRange(Callbacks.Of(current, decided));
        return events;
    }

    /// <summary>The state after an event.</summary>
    public static SmartConnectState Apply(SmartConnectState state, ISmartConnectEvent happened) => happened switch
    {
        DeviceSignedOn e => SigningOn.Apply(state, e),
        DeviceSeen e => SigningOn.Apply(state, e),
        CodeShown e => Pairing.Apply(state, e),
        CodeHidden e => Pairing.Apply(state, e),
        RegisterPaired e => Pairing.Apply(state, e),
        RegisterUnpaired e => Pairing.Apply(state, e),
        PaymentAccepted e => Payments.Apply(state, e),
        PaymentPolled e => Payments.Apply(state, e),
        PaymentTaken e => Payments.Apply(state, e),
        PaymentFinished e => Payments.Apply(state, e),
        PaymentForgotten e => Payments.Apply(state, e),
        CallbackStarted e => Callbacks.Apply(state, e),
        CallbackTried e => Callbacks.Apply(state, e),
        Refused => state,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "no flow applies this event"),
    };

    /// <summary>When time brings the next event; null when never.</summary>
    public static DateTimeOffset? NextDue(SmartConnectState state, SmartConnectSettings settings) => DueEvents.Next(state, settings);

    private static IEnumerable<ISmartConnectEvent> DecideAtDevice(
        SmartConnectState state, IDeviceCommand command, DateTimeOffset now, SmartConnectSettings settings)
    {
        if (SigningOn.WhyNot(state, command) is { } reason)
        {
            return [new Refused(reason)];
        }

        var device = state.Devices[command.Device];
        return
        [
            new DeviceSeen(device.Id, now),
            .. command switch
            {
                SeeDevice => [],
                ShowCode c => Pairing.Decide(c, now, settings),
                HideCode => Pairing.HideCode(device),
                UnpairRegister c => Pairing.Decide(device, c),
                UnpairAll => Pairing.UnpairAll(device),
                TakePayment => Payments.Take(device),
                FinishPayment c => Payments.Decide(state, device, c, now),
                _ => throw new ArgumentOutOfRangeException(nameof(command), command, "no flow decides this command"),
            },
        ];
    }
}
