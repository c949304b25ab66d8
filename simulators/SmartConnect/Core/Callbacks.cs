namespace PairingLab.SmartConnect.Core;

/// <summary>
/// A payment that has ended is told to the POS at its PosNotificationCallbackUrl: at once, and again, each time four times as long after
/// the one before, until the POS answers with success or the retries are used up. The vendor says only that it is called.
/// </summary>
internal static class Callbacks
{
    private const int LongerEachTime = 4;

    /// <summary>The calls that go out with what has just been decided.</summary>
    public static IEnumerable<ISmartConnectEvent> Of(SmartConnectState state, IEnumerable<ISmartConnectEvent> decided) =>
        decided.OfType<PaymentFinished>()
            .Where(e => state.Payments[e.Payment].Details?.CallbackUrl is not null)
            .Select(e => new CallbackStarted(e.Payment));

    public static SmartConnectState Apply(SmartConnectState state, CallbackStarted e) => Plan(state, e.Payment, null);

    public static IEnumerable<ISmartConnectEvent> Decide(
        SmartConnectState state, TellCallback c, DateTimeOffset now, SmartConnectSettings settings)
    {
        if (state.Payments.GetValueOrDefault(c.Payment) is not { } payment)
        {
            return [];
        }

        var attempt = new CallbackAttempt(now, c.Status, c.Error);
        var before = payment.Attempts.Count;
        DateTimeOffset? next = attempt.IsDone || before >= settings.CallbackRetries
            ? null
            : now + (settings.CallbackRetryAfter * Math.Pow(LongerEachTime, before));
        return [new CallbackTried(c.Payment, attempt, next)];
    }

    public static SmartConnectState Apply(SmartConnectState state, CallbackTried e) => Plan(
        state.WithPayment(e.Payment, p => p with { Attempts = p.Attempts.Add(e.Attempt) }), e.Payment, e.NextAt);

    /// <summary>The POS of a payment is called then; null for not at all.</summary>
    public static SmartConnectState Plan(SmartConnectState state, string payment, DateTimeOffset? at)
    {
        var without = state.Payments[payment].CallAt is { } before ? state.Callbacks.Remove((before, payment)) : state.Callbacks;
        return state.WithPayment(payment, p => p with { CallAt = at }) with
        {
            Callbacks = at is { } then ? without.Add((then, payment)) : without,
        };
    }
}
