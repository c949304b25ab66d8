namespace PairingLab.SmartConnect.Core;

/// <summary>
/// A device is switched on, and is heard of from then on. SmartConnect pairing guide: a swapped-out device with the same internal id
/// "will be automatically paired once switched on": registers and queue belong to the internal id, not to the hardware.
/// </summary>
internal static class SigningOn
{
    public static IEnumerable<ISmartConnectEvent> Decide(SmartConnectState state, SignOn c, DateTimeOffset now)
    {
        yield return new DeviceSignedOn(c.Device, c.Serial, c.Session, now, c.Plays);
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

    public static SmartConnectState Apply(SmartConnectState state, DeviceSignedOn e) => state.With(state.DeviceOf(e.Device) with
    {
        Serial = e.Serial,
        Session = e.Session,
        Plays = e.Plays,
        LastSeen = e.At,
        LastPaired = null,
        Pairings = 0,
    });

    /// <summary>Why a device may not ask anything; null when it may.</summary>
    public static Refusal? WhyNot(SmartConnectState state, IDeviceCommand c) =>
        state.Devices.GetValueOrDefault(c.Device) is not { Session: { } session } ? Refusal.NotSignedOn
        : session != c.Session ? Refusal.Replaced
        : null;

    public static SmartConnectState Apply(SmartConnectState state, DeviceSeen e) =>
        state.With(state.DeviceOf(e.Device) with { LastSeen = e.At });
}
