using System.Text.Json;
using PairingLab.Kernel.Store;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Service;

/// <summary>
/// What SmartConnect keeps: a small document for each code, register and payment, so that a success costs one small write
/// however many there are. Devices keep nothing here: they sign on again.
/// </summary>
internal sealed class SmartConnectDisk(ILabStore store)
{
    private const string CodeKey = "smartconnect/code/";
    private const string PaymentKey = "smartconnect/payment/";
    private const string RegisterKey = "smartconnect/register/";

    /// <summary>Writes what the events have changed, all of it or nothing.</summary>
    public void Keep(SmartConnectState state, IReadOnlyList<ISmartConnectEvent> events)
    {
        var changes = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var happened in events)
        {
            if (RegisterOf(happened) is { } register)
            {
                changes[RegisterKey + register] = Text(state.Registers.GetValueOrDefault(register));
            }

            if (CodeOwnerOf(happened) is { } device)
            {
                changes[CodeKey + device] = state.Devices[device].Code is { } code ? Text(new ShownCode(device, code)) : null;
            }

            if (PaymentOf(happened) is { } payment)
            {
                changes[PaymentKey + payment] = Text(state.Payments.GetValueOrDefault(payment));
            }
        }

        if (changes.Count > 0)
        {
            store.Save([.. changes.Select(c => (c.Key, c.Value))]);
        }
    }

    /// <summary>The state in which the server starts: devices are given their time to be heard of again.</summary>
    public SmartConnectState Load(DateTimeOffset now)
    {
        var registers = Read<PairedRegister>(RegisterKey);
        var codes = Read<ShownCode>(CodeKey);
        var payments = Read<Payment>(PaymentKey);
        IEnumerable<ISmartConnectEvent> happened =
        [
            .. registers.Select(r => r.Device).Concat(codes.Select(c => c.Device)).Concat(payments.Select(p => p.Register.Device))
                .Distinct(StringComparer.Ordinal).Select(d => new DeviceSeen(d, now)),
            .. registers.Select(r => new RegisterPaired(r)),
            .. codes.Select(c => new CodeShown(c.Device, c.Code.Code, c.Code.Until)),
            .. payments.OrderBy(p => p.Number).SelectMany(EventsOf),
        ];
        return happened.Aggregate(SmartConnectState.New, SmartConnectCore.Apply);
    }

    private static IEnumerable<ISmartConnectEvent> EventsOf(Payment payment)
    {
        yield return new PaymentAccepted(payment with { TakenBy = null, Result = null, Attempts = [], CallAt = null });
        if (payment.TakenBy is { } by)
        {
            // What was fetched stood at the head of the queue then: all before it has ended by now.
            yield return new PaymentTaken(payment.Id, payment.Register.Device, by);
        }

        if (payment.Result is { } result)
        {
            yield return new PaymentFinished(payment.Id, result);
            foreach (var attempt in payment.Attempts)
            {
                yield return new CallbackTried(payment.Id, attempt, payment.CallAt);
            }
        }
    }

    private static string? RegisterOf(ISmartConnectEvent happened) => happened switch
    {
        RegisterPaired e => e.Register.Id,
        RegisterUnpaired e => e.Register,
        _ => null,
    };

    /// <summary>The device whose code is another one now; a pairing uses it up.</summary>
    private static string? CodeOwnerOf(ISmartConnectEvent happened) => happened switch
    {
        CodeShown e => e.Device,
        CodeHidden e => e.Device,
        RegisterPaired e => e.Register.Device,
        _ => null,
    };

    private static string? PaymentOf(ISmartConnectEvent happened) => happened switch
    {
        PaymentAccepted e => e.Payment.Id,
        PaymentTaken e => e.Payment,
        PaymentFinished e => e.Payment,
        PaymentForgotten e => e.Payment,
        CallbackTried e => e.Payment,
        _ => null,
    };

    private List<T> Read<T>(string what) => [.. store.ReadAll(what).Select(d => JsonSerializer.Deserialize<T>(d.Value, LabJson.Options)!)];

    private static string? Text<T>(T? document)
        where T : class => document is null ? null : JsonSerializer.Serialize(document, LabJson.Options);

    private sealed record ShownCode(string Device, PairingCode Code);
}
