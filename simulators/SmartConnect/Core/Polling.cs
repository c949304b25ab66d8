using PairingLab.SmartConnect.Core.Commands;
using PairingLab.SmartConnect.Core.Events;

namespace PairingLab.SmartConnect.Core;

/// <summary>A register asks how far its payment is.</summary>
internal static class Polling
{
    public static IEnumerable<ISmartConnectEvent> On(SmartConnectState state, PollPayment c, DateTimeOffset now, SmartConnectSettings settings)
    {
        if (state.Payments.GetValueOrDefault(c.Payment) is not { } payment)
        {
            return [new Refused(Refusal.NoSuchPayment)];
        }

        return payment.Token != c.Token ? [new Refused(Refusal.WrongToken)]
            : now >= payment.AcceptedAt + settings.TokenLifetime ? [new Refused(Refusal.TokenExpired)]
            : payment.PolledAt is { } last && now < last + settings.PollInterval ? [new Refused(Refusal.PolledTooFast)]
            : [new PaymentPolled(payment.Id, now)];
    }
}
