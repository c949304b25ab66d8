using System.Globalization;
using System.Text.Json;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Web;
using PairingLab.SmartConnect.Core;
using PairingLab.SmartConnect.Core.Events;

namespace PairingLab.SmartConnect.Service;

/// <summary>
/// What SmartConnect keeps: a small document for each code, register and payment, so that a success costs one small write
/// however many there are. Devices keep nothing here: they sign on again.
/// </summary>
internal sealed class SmartConnectDisk(ILabStore store)
{
    private const string Root = "smartconnect/";
    private const string PortKey = $"{Root}port";

    /// <summary>The port of the server, which stays the same over a restart; 0 when there is none yet.</summary>
    public int Port
    {
        get => store.Read(PortKey) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        set => store.Save((PortKey, value.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Writes what the events have changed, all of it or nothing.</summary>
    public void Keep(SmartConnectState state, IReadOnlyList<ISmartConnectEvent> events)
    {
        var changes = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var happened in events)
        {
            Add(changes, state, happened);
        }

        if (changes.Count > 0)
        {
            store.Save([.. changes.Select(c => (c.Key, c.Value))]);
        }
    }

    /// <summary>The state in which the server starts: devices are given their time to be heard of again.</summary>
    public SmartConnectState Load(DateTimeOffset now)
    {
        var state = SmartConnectState.New;
        foreach (var register in Read<PairedRegister>("register/"))
        {
            var device = DeviceOf(state, register.Device, now);
            state = state with
            {
                Registers = state.Registers.Add(register.Id, register),
                Devices = state.Devices.SetItem(device.Id, device with { Registers = device.Registers.Add(register.Id) }),
            };
        }

        foreach (var shown in Read<ShownCode>("code/"))
        {
            var device = DeviceOf(state, shown.Device, now);
            state = state with
            {
                Codes = state.Codes.Add(shown.Code.Code, device.Id),
                Devices = state.Devices.SetItem(device.Id, device with { Code = shown.Code }),
            };
        }

        return Read<Payment>("payment/").OrderBy(p => p.Number).Aggregate(state, (s, p) => Add(s, p, now));
    }

    private static SmartConnectState Add(SmartConnectState state, Payment payment, DateTimeOffset now)
    {
        var device = DeviceOf(state, payment.Register.Device, now);
        state = state with { Devices = state.Devices.SetItem(device.Id, device) };
        state = Evolve.After(state, new PaymentAccepted(payment with { TakenBy = null, Result = null }));
        if (payment.TakenBy is { } by)
        {
            // What was fetched stood at the head of the queue then: all before it has ended by now.
            state = Evolve.After(state, new PaymentTaken(payment.Id, device.Id, by));
        }

        return payment.Result is { } result ? Evolve.After(state, new PaymentFinished(payment.Id, result)) : state;
    }

    private static KnownDevice DeviceOf(SmartConnectState state, string id, DateTimeOffset now) =>
        state.Devices.GetValueOrDefault(id) ?? new(id) { LastSeen = now };

    private static void Add(Dictionary<string, string?> changes, SmartConnectState state, ISmartConnectEvent happened)
    {
        switch (happened)
        {
            case CodeShown e:
                AddCode(changes, state, e.Device);
                break;
            case CodeHidden e:
                AddCode(changes, state, e.Device);
                break;
            case RegisterPaired e:
                changes[$"{Root}register/{e.Register.Id}"] = Text(state.Registers.GetValueOrDefault(e.Register.Id));
                AddCode(changes, state, e.Register.Device);
                break;
            case RegisterUnpaired e:
                changes[$"{Root}register/{e.Register}"] = Text(state.Registers.GetValueOrDefault(e.Register));
                break;
            case PaymentAccepted e:
                AddPayment(changes, state, e.Payment.Id);
                break;
            case PaymentTaken e:
                AddPayment(changes, state, e.Payment);
                break;
            case PaymentFinished e:
                AddPayment(changes, state, e.Payment);
                break;
            case PaymentForgotten e:
                AddPayment(changes, state, e.Payment);
                break;
            default:
                // Who was heard of, and when, is worth nothing after a restart.
                break;
        }
    }

    private static void AddCode(Dictionary<string, string?> changes, SmartConnectState state, string device) =>
        changes[$"{Root}code/{device}"] = state.Devices[device].Code is { } code ? Text(new ShownCode(device, code)) : null;

    private static void AddPayment(Dictionary<string, string?> changes, SmartConnectState state, string id) =>
        changes[$"{Root}payment/{id}"] = Text(state.Payments.GetValueOrDefault(id));

    private IEnumerable<T> Read<T>(string what) =>
        store.ReadAll(Root + what).Select(d => JsonSerializer.Deserialize<T>(d.Value, LabJson.Options)!);

    private static string? Text<T>(T? document)
        where T : class => document is null ? null : JsonSerializer.Serialize(document, LabJson.Options);

    private sealed record ShownCode(string Device, PairingCode Code);
}
