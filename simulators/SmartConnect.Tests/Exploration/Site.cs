using System.Globalization;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.SmartConnect.Core;
using PairingLab.SmartConnect.Service;

namespace PairingLab.SmartConnect.Tests.Exploration;

/// <summary>
/// A server with devices and registers at which anything may happen; after every act it must agree with the reference model.
/// </summary>
internal sealed class Site : IDisposable
{
    private readonly SmartConnectSettings settings = new() { PaymentsKept = TimeSpan.FromDays(1000) };
    private readonly SteppedClock clock = new();
    private readonly FullDiskStore store = new();
    private readonly Dictionary<string, (string Serial, string Session)> hardware = new(StringComparer.Ordinal);
    private readonly ReferenceModel model;
    private SmartConnectService service;
    private int made;

    public Site() => (model, service) = (new(settings), new(settings, store, clock, SmartConnectCodes.Cryptographic));

    /// <summary>What was met, and how often.</summary>
    public Dictionary<string, int> Seen => model.Seen;

    private DateTimeOffset Now => clock.GetUtcNow();

    public void Do(Act act)
    {
        var full = store.Full;
        try
        {
            Work(act, $"device-{act.Device}", $"register-{act.Register}")();
        }
        catch (StoreException)
        {
            full.ShouldBeTrue();
            model.Count("disk was full");
        }

        store.Full = act.Kind == ActKind.FillDisk;
        model.PassTime(Now);
        model.ShouldBe(service.State);
    }

    public void Dispose()
    {
        service.Dispose();
        store.Dispose();
    }

    private Action Work(Act act, string device, string register) => act.Kind switch
    {
        ActKind.SwitchOn => () => SwitchOn(device, HardwareOf(device).Serial),
        ActKind.Swap => () => SwitchOn(device, $"SN-{++made}"),
        ActKind.ShowCode => () => ShowCode(device),
        ActKind.HideCode => () => HideCode(device),
        ActKind.PairToTheEnd => () =>
        {
            ShowCode(device);
            Pair(register, model.CodeOf(device));
        }
        ,
        ActKind.SubmitCode => () => Pair(register, model.CodeOf(device)),
        ActKind.SubmitOldCode => () => Pair(register, model.AnyCode(act.Choice)),
        ActKind.Unpair => () => Unpair(device, register),
        ActKind.UnpairAll => () => UnpairAll(device),
        ActKind.Pay => () => Pay(register, "Store"),
        ActKind.PayAsAnother => () => Pay(register, "Another"),
        ActKind.Look => () => AtDevice(device, s => new SeeDevice(device, s)).Refusal.ShouldBeNull(),
        ActKind.Take => () => Take(device),
        ActKind.Finish => () => Finish(device, model.PaymentOf(device), (PaymentOutcome)(act.Choice % 3)),
        ActKind.FinishAny => () => Finish(device, model.AnyPayment(act.Choice), (PaymentOutcome)(act.Choice % 3)),
        ActKind.Wait => () => Wait(TimeSpan.FromSeconds(act.Choice)),
        ActKind.Restart => Restart,
        _ => () => { }
        ,
    };

    /// <summary>The devices sign on anew.</summary>
    private void Restart()
    {
        service.Dispose();
        service = new(settings, store, clock, SmartConnectCodes.Cryptographic);
        hardware.Keys.ToList().ForEach(d => hardware[d] = (hardware[d].Serial, ""));
        model.Restart(Now);
        model.Count("restarted");
    }

    private (string Serial, string Session) HardwareOf(string device) =>
        hardware.TryGetValue(device, out var known) ? known : hardware[device] = ($"SN-{device}", "");

    private void SwitchOn(string device, string serial)
    {
        var session = $"session-{++made}";
        Ask(new SignOn(device, serial, session)).Refusal.ShouldBeNull();
        model.SignOn(device, serial != HardwareOf(device).Serial, Now);
        hardware[device] = (serial, session);
    }

    private void ShowCode(string device)
    {
        var shown = AtDevice(device, s => service.ShowCodeAsync(device, s).GetAwaiter().GetResult()).The<CodeShown>();
        model.ShowCode(device, shown.Code, Now);
    }

    private void HideCode(string device)
    {
        AtDevice(device, s => new HideCode(device, s)).Refusal.ShouldBeNull();
        model.HideCode(device);
    }

    private void Pair(string register, string code) =>
        Ask(new PairRegister(code, register, null, "Store", "Vendor")).Refusal.ShouldBe(model.Pair(register, code, Now));

    private void Unpair(string device, string register) =>
        AtDevice(device, s => new UnpairRegister(device, s, register)).Refusal.ShouldBe(model.Unpair(device, register));

    private void UnpairAll(string device)
    {
        AtDevice(device, s => new UnpairAll(device, s)).Refusal.ShouldBeNull();
        model.UnpairAll(device);
    }

    private void Pay(string register, string business)
    {
        var id = (++made).ToString(CultureInfo.InvariantCulture);
        var answer = Ask(new AcceptPayment(id, "token", register, business, "Vendor", "Card.Purchase", 100));
        var device = model.Pay(register, business, id, Now);
        answer.Refusal.ShouldBe(device is null ? Refusal.NotPaired : null);
        answer.Events.OfType<PaymentAccepted>().SingleOrDefault()?.Payment.Register.Device.ShouldBe(device);
    }

    private void Take(string device)
    {
        var answer = AtDevice(device, s => new TakePayment(device, s));
        answer.Refusal.ShouldBeNull();
        answer.Events.OfType<PaymentTaken>().Select(e => e.Payment).SingleOrDefault().ShouldBe(model.Take(device));
    }

    private void Finish(string device, string payment, PaymentOutcome outcome)
    {
        var answer = AtDevice(device, s => new FinishPayment(device, s, payment, outcome, null));
        model.Finish(device, payment, outcome, answer.Refusal is not null);
    }

    /// <summary>Time passes as it does for people: in steps, so that what is due in between comes in between.</summary>
    private void Wait(TimeSpan span)
    {
        var wasFull = store.Full;
        store.Full = false;
        clock.AdvanceAsync(span).GetAwaiter().GetResult();
        store.Full = wasFull;
    }

    private SmartConnectAnswer AtDevice(string device, Func<string, IDeviceCommand> command) => AtDevice(device, s => Ask(command(s)));

    /// <summary>A device asks with its session; it signs on first when the server does not know it any more.</summary>
    private SmartConnectAnswer AtDevice(string device, Func<string, SmartConnectAnswer> ask)
    {
        if (HardwareOf(device).Session.Length == 0)
        {
            SwitchOn(device, HardwareOf(device).Serial);
        }

        var answer = ask(hardware[device].Session);
        model.Hear(device, Now);
        return answer;
    }

    private SmartConnectAnswer Ask(ISmartConnectCommand command)
    {
        var answer = service.DoAsync(command).GetAwaiter().GetResult();
        model.Count(answer.Refusal is { } reason ? $"refused {reason}" : command.GetType().Name);
        return answer;
    }
}
