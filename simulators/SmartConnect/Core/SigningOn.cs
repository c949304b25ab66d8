using PairingLab.SmartConnect.Core.Commands;
using PairingLab.SmartConnect.Core.Events;

namespace PairingLab.SmartConnect.Core;

/// <summary>
/// A device is switched on. Seed: a swapped-out device with the same internal id "will be automatically paired once switched
/// on": registers and queue belong to the internal id, not to the hardware.
/// </summary>
internal static class SigningOn
{
    public static IEnumerable<ISmartConnectEvent> On(SmartConnectState state, SignOn c, DateTimeOffset now)
    {
        yield return new DeviceSignedOn(c.Device, c.Serial, c.Session, now);
        if (state.Devices.GetValueOrDefault(c.Device) is not { } known)
        {
            yield break;
        }

        // A code stands on the screen of the hardware that asked for it, and that has just been switched off.
        if (known.Code is not null)
        {
            yield return new CodeHidden(known.Id);
        }

        // The swapped-out hardware may have charged the card before it broke: to take the payment again could charge it twice.
        if (known.Taken is { } taken && state.Payments[taken].TakenBy != c.Serial)
        {
            yield return new PaymentFinished(taken, new(PaymentOutcome.Unknown, now));
        }
    }
}
