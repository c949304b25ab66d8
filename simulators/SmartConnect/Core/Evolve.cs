using PairingLab.SmartConnect.Core.Events;

namespace PairingLab.SmartConnect.Core;

/// <summary>The state after an event.</summary>
public static class Evolve
{
    /// <summary>State, event → state.</summary>
    public static SmartConnectState After(SmartConnectState state, ISmartConnectEvent happened) => happened switch
    {
        DeviceSignedOn e => With(state, Device(state, e.Device) with { Serial = e.Serial, Session = e.Session, LastSeen = e.At, LastPaired = null, Pairings = 0 }),
        DeviceSeen e => With(state, state.Devices[e.Device] with { LastSeen = e.At }),
        CodeShown e => ShowCode(HideCode(state, e.Device), e),
        CodeHidden e => HideCode(state, e.Device),
        RegisterPaired e => Pair(HideCode(state, e.Register.Device), e.Register),
        RegisterUnpaired e => Unpair(state, e),
        _ => AfterPayment(state, happened),
    };

    private static SmartConnectState AfterPayment(SmartConnectState state, ISmartConnectEvent happened) => happened switch
    {
        PaymentAccepted e => Accept(state, e.Payment),
        PaymentTaken e => Take(state, e),
        PaymentFinished e => Finish(state, e),
        PaymentPolled e => state with { Payments = state.Payments.SetItem(e.Payment, state.Payments[e.Payment] with { PolledAt = e.At }) },
        PaymentForgotten e => state with
        {
            Finished = state.Finished.Remove((state.Payments[e.Payment].Result!.At, e.Payment)),
            Payments = state.Payments.Remove(e.Payment),
        },
        Refused => state,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "an event that no state knows"),
    };

    private static SmartConnectState ShowCode(SmartConnectState state, CodeShown e) =>
        Changed(state, state.Devices[e.Device] with { Code = new(e.Code, e.Until) }) with { Codes = state.Codes.SetItem(e.Code, e.Device) };

    private static SmartConnectState HideCode(SmartConnectState state, string device) =>
        state.Devices[device] is { Code: { } code } shows
            ? Changed(state, shows with { Code = null }) with { Codes = state.Codes.Remove(code.Code) }
            : state;

    private static SmartConnectState Pair(SmartConnectState state, PairedRegister register)
    {
        var device = state.Devices[register.Device];
        return Changed(state, device with { Registers = device.Registers.Add(register.Id), LastPaired = register.Id, Pairings = device.Pairings + 1 }) with
        {
            Registers = state.Registers.SetItem(register.Id, register),
        };
    }

    private static SmartConnectState Unpair(SmartConnectState state, RegisterUnpaired e)
    {
        var device = state.Devices[e.Device];
        return Changed(state, device with { Registers = device.Registers.Remove(e.Register) }) with { Registers = state.Registers.Remove(e.Register) };
    }

    private static SmartConnectState Accept(SmartConnectState state, Payment payment)
    {
        var device = state.Devices[payment.Register.Device];
        return Changed(
            state with { Payments = state.Payments.Add(payment.Id, payment), NextNumber = payment.Number + 1 },
            device with { Queue = device.Queue.Add(payment.Id) });
    }

    private static SmartConnectState Take(SmartConnectState state, PaymentTaken e)
    {
        var device = state.Devices[e.Device];
        return Changed(
            state with { Payments = state.Payments.SetItem(e.Payment, state.Payments[e.Payment] with { TakenBy = e.Serial }) },
            device with { Queue = device.Queue.RemoveAt(0), Taken = e.Payment });
    }

    private static SmartConnectState Finish(SmartConnectState state, PaymentFinished e)
    {
        var payment = state.Payments[e.Payment];
        var device = state.Devices[payment.Register.Device];
        return Changed(
            state with
            {
                Payments = state.Payments.SetItem(e.Payment, payment with { Result = e.Result }),
                Finished = state.Finished.Add((e.Result.At, e.Payment)),
            },
            device.Taken == e.Payment ? device with { Taken = null } : device with { Queue = device.Queue.Remove(e.Payment) });
    }

    private static KnownDevice Device(SmartConnectState state, string id) => state.Devices.GetValueOrDefault(id) ?? new(id);

    private static SmartConnectState Changed(SmartConnectState state, KnownDevice device) => With(state, device with { Version = device.Version + 1 });

    /// <summary>Puts a device back, and where it stands among those whose payments wait.</summary>
    private static SmartConnectState With(SmartConnectState state, KnownDevice device)
    {
        var waits = state.Devices.GetValueOrDefault(device.Id)?.WaitsSince is { } before ? state.Waits.Remove((before, device.Id)) : state.Waits;
        DateTimeOffset? since = device.Queue.IsEmpty ? null : Later(state.Payments[device.Queue[0]].AcceptedAt, device.LastSeen);
        return state with
        {
            Devices = state.Devices.SetItem(device.Id, device with { WaitsSince = since }),
            Waits = since is { } at ? waits.Add((at, device.Id)) : waits,
        };
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
