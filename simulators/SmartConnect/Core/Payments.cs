namespace PairingLab.SmartConnect.Core;

/// <summary>
/// Payments from a register to its device and back. SmartConnect pairing guide: "payment requests will be queued in the order in which the
/// server receives them". A payment stays with the device that its register was paired with at that moment, whatever is paired later.
/// </summary>
internal static class Payments
{
    private const string Finalise = "Card.Finalise";

    public static IEnumerable<ISmartConnectEvent> Decide(
        SmartConnectState state, AcceptPayment c, DateTimeOffset now, SmartConnectSettings settings)
    {
        if (state.Registers.GetValueOrDefault(c.Register) is not { } register || !register.Is(c.Business, c.Vendor))
        {
            return [new Refused(Refusal.NotPaired)];
        }

        if (settings.FinaliseChecksAuthorisation && c.Type == Finalise && !CanBeFinalised(state, c))
        {
            return [new Refused(Refusal.NoSuchAuthorisation)];
        }

        var device = state.Devices[register.Device];
        return (settings.RefuseWhenBusy && device.Busy) || PlayedEnd.For(device.Plays, c.Amount) == Plays.Busy
            ? [new Refused(Refusal.DeviceBusy)]
            : [new PaymentAccepted(new(c.Payment, state.NextNumber, c.Token, register, c.Type, c.Amount, now, c.Details))];
    }

    /// <summary>An approved authorisation of this business, by its transactionId, AcquirerRef or AuthId, and not finalised.</summary>
    private static bool CanBeFinalised(SmartConnectState state, AcceptPayment c) => state.Payments.Values.Any(p =>
        p is { Type: "Card.Authorise", Result.Outcome: PaymentOutcome.Accepted }
        && p.Register.Business == c.Business
        && IsNamed(p, c.Details?.Reference)
        && !state.Payments.Values.Any(f => f.Type == Finalise && IsNamed(p, f.Details?.Reference)
            && f.Result is null or { Outcome: PaymentOutcome.Accepted }));

    private static bool IsNamed(Payment authorisation, string? reference) =>
        reference is not null
        && (reference == authorisation.Id
            || reference == authorisation.Result?.Card?.AcquirerRef
            || reference == authorisation.Result?.Card?.AuthId);

    public static SmartConnectState Apply(SmartConnectState state, PaymentAccepted e)
    {
        var payment = e.Payment;
        var device = state.Devices[payment.Register.Device];
        return (state with { Payments = state.Payments.Add(payment.Id, payment), NextNumber = payment.Number + 1 })
            .WithChanged(device with { Queue = device.Queue.Add(payment.Id) });
    }

    public static IEnumerable<ISmartConnectEvent> Decide(
        SmartConnectState state, PollPayment c, DateTimeOffset now, SmartConnectSettings settings) =>
        state.Payments.GetValueOrDefault(c.Payment) switch
        {
            null => [new Refused(Refusal.NoSuchPayment)],
            var p when p.Token != c.Token => [new Refused(Refusal.WrongToken)],
            var p when now >= p.AcceptedAt + settings.TokenLifetime => [new Refused(Refusal.TokenExpired)],
            var p when now < p.PolledAt + settings.PollInterval - settings.PollTolerance => [new Refused(Refusal.PolledTooFast)],
            var p => [new PaymentPolled(p.Id, now)],
        };

    public static SmartConnectState Apply(SmartConnectState state, PaymentPolled e) =>
        state.WithPayment(e.Payment, p => p with { PolledAt = e.At });

    /// <summary>One at a time: a device that has a payment gets that one again, after a power cut or a lost answer.</summary>
    public static IEnumerable<ISmartConnectEvent> Take(PaymentDevice device) =>
        device.Taken is null && !device.Queue.IsEmpty ? [new PaymentTaken(device.Queue[0], device.Id, device.Serial!)] : [];

    public static SmartConnectState Apply(SmartConnectState state, PaymentTaken e)
    {
        var device = state.Devices[e.Device];
        return state.WithPayment(e.Payment, p => p with { TakenBy = e.Serial })
            .WithChanged(device with { Queue = device.Queue.RemoveAt(0), Taken = e.Payment });
    }

    public static IEnumerable<ISmartConnectEvent> Decide(SmartConnectState state, PaymentDevice device, FinishPayment c, DateTimeOffset now)
    {
        if (device.Taken == c.Payment)
        {
            return [new PaymentFinished(c.Payment, ResultOf(state.Payments[c.Payment].Type, device, c, now))];
        }

        // The device says it again when the answer to the first time was lost.
        return state.Payments.GetValueOrDefault(c.Payment) is { Result: { } result } payment
            && payment.TakenBy == device.Serial && (result.Outcome == c.Outcome || IsEmptyJournal(payment, c.Outcome))
            ? []
            : [new Refused(Refusal.NotItsPayment)];
    }

    /// <summary>The device said that it had printed the last receipt, and there was none.</summary>
    private static bool IsEmptyJournal(Payment payment, PaymentOutcome said) =>
        said == PaymentOutcome.Accepted && payment is { Type: "Journal.GetTransResult" or "Journal.ReprintReceipt", Result.Subject: null };

    public static SmartConnectState Apply(SmartConnectState state, PaymentFinished e)
    {
        var payment = state.Payments[e.Payment];
        var device = Remembering(state.Devices[payment.Register.Device], payment, e.Result);
        var ended = (state with { Finished = state.Finished.Add((e.Result.At, e.Payment)) })
            .WithPayment(e.Payment, p => p with { Result = e.Result })
            .WithChanged(device.Taken == e.Payment
                ? device with { Taken = null }
                : device with { Queue = device.Queue.Remove(e.Payment) });
        return payment.Details?.CallbackUrl is null ? ended : Callbacks.Plan(ended, e.Payment, e.Result.At);
    }

    public static SmartConnectState Apply(SmartConnectState state, PaymentForgotten e)
    {
        var before = Callbacks.Plan(state, e.Payment, null);
        return before with
        {
            Finished = before.Finished.Remove((before.Payments[e.Payment].Result!.At, e.Payment)),
            Payments = before.Payments.Remove(e.Payment),
        };
    }

    /// <summary>
    /// The journal and the settlement are the device's own, whichever register asks. Journal.GetTransResult gives "the device's last
    /// transaction" (docs/protocols/smartconnect.md); a device that has none fails.
    /// </summary>
    private static PaymentResult ResultOf(string type, PaymentDevice device, FinishPayment c, DateTimeOffset now)
    {
        var result = new PaymentResult(c.Outcome, now, c.Card, c.Report);
        return (c.Outcome, type) switch
        {
            (PaymentOutcome.Accepted, "Journal.GetTransResult" or "Journal.ReprintReceipt") => device.Last is { } last
                ? result with { Subject = last }
                : result with { Outcome = PaymentOutcome.Failed },
            (PaymentOutcome.Accepted, "Acquirer.Settlement.Inquiry" or "Acquirer.Settlement.Cutover") =>
                result with { Totals = device.Totals },
            _ => result,
        };
    }

    /// <summary>What the device knows of what it has done; a payment that never reached it leaves no trace there.</summary>
    private static PaymentDevice Remembering(PaymentDevice device, Payment payment, PaymentResult result) => payment.Type switch
    {
        _ when result.Outcome is PaymentOutcome.Unreachable or PaymentOutcome.Unknown => device,
        "Acquirer.Settlement.Cutover" when result.Outcome == PaymentOutcome.Accepted => device with { Totals = SettlementTotals.None },
        var type when TransactionType.Find(type) is { IsFinancial: true } =>
            device with { Last = payment.Id, Totals = device.Totals.With(payment, result) },
        _ => device,
    };
}
