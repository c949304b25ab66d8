using PairingLab.SmartConnect.Core.Commands;
using PairingLab.SmartConnect.Core.Events;

namespace PairingLab.SmartConnect.Core;

/// <summary>What follows from a command. No I/O; now comes in.</summary>
public static class Decide
{
    /// <summary>State, command, now → events. What time has brought meanwhile comes first.</summary>
    public static IReadOnlyList<ISmartConnectEvent> On(
        SmartConnectState state, ISmartConnectCommand command, DateTimeOffset now, SmartConnectSettings settings)
    {
        var events = new List<ISmartConnectEvent>();
        state = Passing.Time(state, now, settings, events);
        events.AddRange(command switch
        {
            SignOn c => SigningOn.On(state, c, now),
            IDeviceCommand c => AtDevice(state, c, now, settings),
            PairRegister c => Pairing.On(state, c, now),
            AcceptPayment c => Queueing.On(state, c, now, settings),
            PollPayment c => Polling.On(state, c, now, settings),
            PassTime => [],
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "a command that nobody decides"),
        });
        return events;
    }

    private static IEnumerable<ISmartConnectEvent> AtDevice(
        SmartConnectState state, IDeviceCommand command, DateTimeOffset now, SmartConnectSettings settings)
    {
        if (state.Devices.GetValueOrDefault(command.Device) is not { Session: { } session } device)
        {
            return [new Refused(Refusal.NotSignedOn)];
        }

        return session == command.Session
            ? [new DeviceSeen(device.Id, now), .. Decided(state, device, command, now, settings)]
            : [new Refused(Refusal.Replaced)];
    }

    private static IEnumerable<ISmartConnectEvent> Decided(
        SmartConnectState state, KnownDevice device, IDeviceCommand command, DateTimeOffset now, SmartConnectSettings settings) => command switch
        {
            SeeDevice => [],
            ShowCode c => [new CodeShown(device.Id, c.Code, now + settings.CodeLifetime)],
            HideCode => device.Code is null ? [] : [new CodeHidden(device.Id)],
            UnpairRegister c => Pairing.On(device, c),
            UnpairAll => Pairing.OffAll(device),
            TakePayment => Queueing.Take(device),
            FinishPayment c => Queueing.On(state, device, c, now),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "a device's command that nobody decides"),
        };
}
