using PairingLab.SmartConnect.Core.Commands;
using PairingLab.SmartConnect.Core.Events;

namespace PairingLab.SmartConnect.Core;

/// <summary>
/// Payments from a register to its device. Seed: "payment requests will be queued in the order in which the server receives
/// them". A payment stays with the device that its register was paired with at that moment, whatever is paired later.
/// </summary>
internal static class Queueing
{
    public static IEnumerable<ISmartConnectEvent> On(SmartConnectState state, AcceptPayment c, DateTimeOffset now, SmartConnectSettings settings)
    {
        if (state.Registers.GetValueOrDefault(c.Register) is not { } register || !register.Is(c.Business, c.Vendor))
        {
            return [new Refused(Refusal.NotPaired)];
        }

        return settings.RefuseWhenBusy && state.Devices[register.Device].Busy
            ? [new Refused(Refusal.DeviceBusy)]
            : [new PaymentAccepted(new(c.Payment, state.NextNumber, c.Token, register, c.Type, c.Amount, now))];
    }

    /// <summary>One at a time: a device that has a payment gets that one again, after a power cut or a lost answer.</summary>
    public static IEnumerable<ISmartConnectEvent> Take(KnownDevice device) =>
        device.Taken is null && !device.Queue.IsEmpty ? [new PaymentTaken(device.Queue[0], device.Id, device.Serial!)] : [];

    public static IEnumerable<ISmartConnectEvent> On(SmartConnectState state, KnownDevice device, FinishPayment c, DateTimeOffset now)
    {
        if (device.Taken == c.Payment)
        {
            return [new PaymentFinished(c.Payment, new(c.Outcome, now, c.Card))];
        }

        // The device says it again when the answer to the first time was lost.
        return state.Payments.GetValueOrDefault(c.Payment) is { Result: { } result } payment && payment.TakenBy == device.Serial && result.Outcome == c.Outcome
            ? []
            : [new Refused(Refusal.NotItsPayment)];
    }
}
