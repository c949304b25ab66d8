using System.Globalization;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.SmartConnect.Core;
using PairingLab.SmartConnect.Core.Commands;
using PairingLab.SmartConnect.Core.Events;
using PairingLab.SmartConnect.Service;

namespace PairingLab.SmartConnect.Tests.Exploration;

/// <summary>A server with devices and registers at which anything may happen; after every act it must agree with the ledger.</summary>
internal sealed class Site : IDisposable
{
    private readonly SmartConnectSettings settings = new() { PaymentsKept = TimeSpan.FromDays(1000) };
    private readonly SteppedClock clock = new();
    private readonly FullDiskStore store = new();
    private readonly Ledger ledger = new();
    private readonly Dictionary<string, (string Serial, string Session)> hardware = new(StringComparer.Ordinal);
    private SmartConnectService service;
    private int made;

    public Site() => service = Start();

    /// <summary>What was met, and how often.</summary>
    public Dictionary<string, int> Seen { get; } = new(StringComparer.Ordinal);

    public void Do(Act act)
    {
        var device = $"device-{act.Device}";
        var register = $"register-{act.Register}";
        var full = store.Full;
        try
        {
            Happen(act, device, register);
        }
        catch (StoreException)
        {
            full.ShouldBeTrue();
            Count("disk was full");
        }

        store.Full = act.Kind == ActKind.FillDisk;
        Check();
    }

    public void Dispose()
    {
        service.Dispose();
        store.Dispose();
    }

    private void Happen(Act act, string device, string register)
    {
        switch (act.Kind)
        {
            case ActKind.SwitchOn:
                SwitchOn(device, Hardware(device).Serial);
                break;
            case ActKind.Swap:
                SwitchOn(device, $"SN-{++made}");
                break;
            case ActKind.ShowCode:
                ShowCode(device);
                break;
            case ActKind.HideCode:
                AtDevice(device, (d, s) => new HideCode(d, s), _ => ledger.Codes.Remove(device));
                break;
            case ActKind.PairToTheEnd:
                ShowCode(device);
                Submit(register, ledger.Codes[device].Code);
                break;
            case ActKind.SubmitCode:
                Submit(register, ledger.Codes.GetValueOrDefault(device).Code ?? "NOSUCH");
                break;
            case ActKind.SubmitOldCode:
                Submit(register, ledger.EveryCode.Count == 0 ? "NOSUCH" : ledger.EveryCode[act.Choice % ledger.EveryCode.Count]);
                break;
            default:
                HappenToPayments(act, device, register);
                break;
        }
    }

    private void HappenToPayments(Act act, string device, string register)
    {
        switch (act.Kind)
        {
            case ActKind.Unpair:
                Unpair(device, register);
                break;
            case ActKind.UnpairAll:
                AtDevice(device, (d, s) => new UnpairAll(d, s), _ => RemoveAll(device));
                break;
            case ActKind.Pay:
                Pay(register, "Store");
                break;
            case ActKind.PayAsAnother:
                Pay(register, "Another");
                break;
            case ActKind.Look:
                AtDevice(device, (d, s) => new SeeDevice(d, s), _ => { });
                break;
            case ActKind.Take:
                Take(device);
                break;
            case ActKind.Finish:
                Finish(device, ledger.Taken.GetValueOrDefault(device) ?? "none", (PaymentOutcome)(act.Choice % 3));
                break;
            case ActKind.FinishAny:
                Finish(device, ledger.AcceptedAt.Keys.ElementAtOrDefault(act.Choice % Math.Max(1, ledger.AcceptedAt.Count)) ?? "none", (PaymentOutcome)(act.Choice % 3));
                break;
            case ActKind.Wait:
                Wait(TimeSpan.FromSeconds(act.Choice));
                break;
            case ActKind.Restart:
                service.Dispose();
                service = Start();
                Count("restarted");
                break;
            default:
                break;
        }
    }

    private SmartConnectService Start()
    {
        // A restarted server gives its devices their time again; they sign on anew.
        hardware.Keys.ToList().ForEach(d => hardware[d] = (hardware[d].Serial, ""));
        ledger.LastSeen.Keys.ToList().ForEach(d => ledger.LastSeen[d] = clock.GetUtcNow());
        return new(settings, store, clock, SmartConnectCodes.Cryptographic);
    }

    private (string Serial, string Session) Hardware(string device) => hardware.TryGetValue(device, out var known) ? known : hardware[device] = ($"SN-{device}", "");

    private void SwitchOn(string device, string serial)
    {
        var session = $"session-{++made}";
        Do(new SignOn(device, serial, session)).Refusal.ShouldBeNull();
        ledger.Codes.Remove(device);
        if (ledger.Taken.TryGetValue(device, out var taken) && serial != Hardware(device).Serial)
        {
            ledger.Taken.Remove(device);
            ledger.Ended[taken] = PaymentOutcome.Unknown;
            Count("outcome unknown");
        }

        hardware[device] = (serial, session);
        ledger.LastSeen[device] = clock.GetUtcNow();
    }

    private void ShowCode(string device)
    {
        AtDevice(device, (d, s) => null, answer =>
        {
            var shown = answer.The<CodeShown>();
            ledger.EveryCode.ShouldNotContain(shown.Code);
            ledger.EveryCode.Add(shown.Code);
            ledger.Codes[device] = (shown.Code, clock.GetUtcNow());
        });
    }

    private void Submit(string register, string code)
    {
        var device = ledger.DeviceThatShows(code, clock.GetUtcNow(), settings.CodeLifetime);
        var answer = Do(new PairRegister(code, register, null, "Store", "Vendor"));
        answer.Refusal.ShouldBe(device is null ? Refusal.InvalidCode : null);
        if (device is not null)
        {
            Count(ledger.DeviceOf.GetValueOrDefault(register) is { } before && before != device ? "moved" : "paired");
            ledger.DeviceOf[register] = device;
            ledger.Codes.Remove(device);
        }
    }

    private void Unpair(string device, string register)
    {
        var answer = AtDevice(device, (d, s) => new UnpairRegister(d, s, register), _ =>
        {
            ledger.DeviceOf.Remove(register);
            Count("unpaired");
        }, mayRefuse: true);
        if (answer.Refusal is { } refusal)
        {
            refusal.ShouldBe(Refusal.NotItsRegister);
            ledger.DeviceOf.GetValueOrDefault(register).ShouldNotBe(device);
        }
    }

    private void RemoveAll(string device)
    {
        foreach (var register in ledger.DeviceOf.Where(p => p.Value == device).Select(p => p.Key).ToList())
        {
            ledger.DeviceOf.Remove(register);
            Count("unpaired");
        }
    }

    private void Pay(string register, string business)
    {
        var id = (++made).ToString(CultureInfo.InvariantCulture);
        var device = business == "Store" ? ledger.DeviceOf.GetValueOrDefault(register) : null;
        var answer = Do(new AcceptPayment(id, "token", register, business, "Vendor", "Card.Purchase", 100));
        answer.Refusal.ShouldBe(device is null ? Refusal.NotPaired : null);
        if (device is not null)
        {
            answer.The<PaymentAccepted>().Payment.Register.Device.ShouldBe(device);
            ledger.AcceptedAt[id] = clock.GetUtcNow();
            ledger.QueueOf(device).Add(id);
        }
    }

    private void Take(string device)
    {
        var had = ledger.Taken.GetValueOrDefault(device);
        AtDevice(device, (d, s) => new TakePayment(d, s), answer =>
        {
            var queue = ledger.QueueOf(device);
            var expected = had is null && queue.Count > 0 ? queue[0] : null;
            answer.Events.OfType<PaymentTaken>().Select(e => e.Payment).SingleOrDefault().ShouldBe(expected);
            if (expected is not null)
            {
                ledger.Ended.ShouldNotContainKey(expected);
                queue.RemoveAt(0);
                ledger.Taken[device] = expected;
                Count("taken");
            }
        });
    }

    private void Finish(string device, string payment, PaymentOutcome outcome)
    {
        var itsOwn = ledger.Taken.GetValueOrDefault(device) == payment;
        var answer = AtDevice(device, (d, s) => new FinishPayment(d, s, payment, outcome, null), answer =>
        {
            if (itsOwn)
            {
                ledger.Taken.Remove(device);
                ledger.Ended[payment] = outcome;
                Count("finished");
            }
            else
            {
                ledger.Ended.GetValueOrDefault(payment, (PaymentOutcome)(-1)).ShouldBe(outcome, "only what ended so already may be said again");
            }
        }, mayRefuse: true);
        if (answer.Refusal is not null)
        {
            itsOwn.ShouldBeFalse();
        }
    }

    /// <summary>Time passes as it does for people: in steps, so that what is due in between comes in between.</summary>
    private void Wait(TimeSpan span)
    {
        var wasFull = store.Full;
        store.Full = false;
        clock.AdvanceAsync(span).GetAwaiter().GetResult();
        store.Full = wasFull;
    }

    /// <summary>A device asks: it signs on first when the server does not know it any more. Null stands for a new code.</summary>
    private SmartConnectAnswer AtDevice(
        string device, Func<string, string, ISmartConnectCommand?> command, Action<SmartConnectAnswer> whenDone, bool mayRefuse = false)
    {
        if (Hardware(device).Session.Length == 0)
        {
            SwitchOn(device, Hardware(device).Serial);
        }

        var session = hardware[device].Session;
        var answer = command(device, session) is { } asked ? Do(asked) : service.ShowCodeAsync(device, session).GetAwaiter().GetResult();
        ledger.Silence(clock.GetUtcNow(), settings.OfflineAfter);
        ledger.LastSeen[device] = clock.GetUtcNow();
        if (answer.Refusal is null)
        {
            whenDone(answer);
        }
        else
        {
            mayRefuse.ShouldBeTrue($"{answer.Refusal}");
        }

        return answer;
    }

    private SmartConnectAnswer Do(ISmartConnectCommand command)
    {
        var answer = service.DoAsync(command).GetAwaiter().GetResult();
        Count(answer.Refusal is { } reason ? $"refused {reason}" : command.GetType().Name);
        return answer;
    }

    private void Check()
    {
        ledger.Silence(clock.GetUtcNow(), settings.OfflineAfter);
        var state = service.State;
        state.Registers.Values.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => $"{r.Id} {r.Device}")
            .ShouldBe(ledger.DeviceOf.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key} {p.Value}"), "who is paired with whom");
        state.Devices.Values.SelectMany(d => d.Registers).Order(StringComparer.Ordinal)
            .ShouldBe(ledger.DeviceOf.Keys.Order(StringComparer.Ordinal), "a register stands in the list of one device only");
        foreach (var device in state.Devices.Values)
        {
            device.Queue.AsEnumerable().ShouldBe(ledger.QueueOf(device.Id), $"the queue of {device.Id}");
            device.Taken.ShouldBe(ledger.Taken.GetValueOrDefault(device.Id), customMessage: $"what {device.Id} has taken");
        }

        state.Payments.Count.ShouldBe(ledger.AcceptedAt.Count, "no payment is lost");
        state.Payments.Values.Where(p => p.Result is not null).Select(p => $"{p.Id} {p.Result!.Outcome}").Order(StringComparer.Ordinal)
            .ShouldBe(ledger.Ended.Select(e => $"{e.Key} {e.Value}").Order(StringComparer.Ordinal), "how payments ended");
    }

    private void Count(string what) => Seen[what] = Seen.GetValueOrDefault(what) + 1;
}
