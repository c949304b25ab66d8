using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Tests.Exploration;

/// <summary>
/// What must be true beside the server, from the rules and nothing of the server's code: who is paired with whom, which code is alive, and
/// where every payment is.
/// </summary>
internal sealed class ReferenceModel(SmartConnectSettings settings)
{
    private readonly Dictionary<string, string> deviceOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Code, DateTimeOffset At)> shown = new(StringComparer.Ordinal);
    private readonly List<string> everyCode = [];
    private readonly Dictionary<string, List<string>> queues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PaymentOutcome> ended = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> acceptedAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> lastSeen = new(StringComparer.Ordinal);

    /// <summary>What was met, and how often.</summary>
    public Dictionary<string, int> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>The code that a device shows; one that nobody shows when it shows none.</summary>
    public string CodeOf(string device) => shown.GetValueOrDefault(device).Code ?? "NOSUCH";

    /// <summary>One of the codes that were ever shown.</summary>
    public string AnyCode(int choice) => everyCode.Count == 0 ? "NOSUCH" : everyCode[choice % everyCode.Count];

    /// <summary>The payment that a device has taken.</summary>
    public string PaymentOf(string device) => taken.GetValueOrDefault(device) ?? "none";

    /// <summary>One of the payments that were ever accepted.</summary>
    public string AnyPayment(int choice) => acceptedAt.Count == 0 ? "none" : acceptedAt.Keys.ElementAt(choice % acceptedAt.Count);

    public void Count(string what) => Seen[what] = Seen.GetValueOrDefault(what) + 1;

    /// <summary>A restarted server gives its devices their time again.</summary>
    public void Restart(DateTimeOffset now) => lastSeen.Keys.ToList().ForEach(d => lastSeen[d] = now);

    public void SignOn(string device, bool isOtherHardware, DateTimeOffset now)
    {
        shown.Remove(device);
        if (isOtherHardware && taken.Remove(device, out var lost))
        {
            ended[lost] = PaymentOutcome.Unknown;
            Count("outcome unknown");
        }

        lastSeen[device] = now;
    }

    public void Hear(string device, DateTimeOffset now)
    {
        PassTime(now);
        lastSeen[device] = now;
    }

    public void ShowCode(string device, string code, DateTimeOffset now)
    {
        everyCode.ShouldNotContain(code);
        everyCode.Add(code);
        shown[device] = (code, now);
    }

    public void HideCode(string device) => shown.Remove(device);

    /// <summary>A register sends a code; why it must be refused.</summary>
    public Refusal? Pair(string register, string code, DateTimeOffset now)
    {
        if (shown.SingleOrDefault(c => c.Value.Code == code && now < c.Value.At + settings.CodeLifetime).Key is not { } device)
        {
            return Refusal.InvalidCode;
        }

        Count(deviceOf.GetValueOrDefault(register) is { } before && before != device ? "moved" : "paired");
        deviceOf[register] = device;
        shown.Remove(device);
        return null;
    }

    /// <summary>A device unpairs a register, its own or not; why it must be refused.</summary>
    public Refusal? Unpair(string device, string register)
    {
        if (deviceOf.GetValueOrDefault(register) != device)
        {
            return Refusal.NotItsRegister;
        }

        deviceOf.Remove(register);
        Count("unpaired");
        return null;
    }

    public void UnpairAll(string device) =>
        deviceOf.Where(p => p.Value == device).Select(p => p.Key).ToList().ForEach(r => Unpair(device, r));

    /// <summary>A register submits a payment; the device that must get it, null when it must be refused.</summary>
    public string? Pay(string register, string business, string payment, DateTimeOffset now)
    {
        if (business != "Store" || deviceOf.GetValueOrDefault(register) is not { } device)
        {
            return null;
        }

        acceptedAt[payment] = now;
        QueueOf(device).Add(payment);
        return device;
    }

    /// <summary>A device fetches a payment; the one that it must get, null when it must get no other one.</summary>
    public string? Take(string device)
    {
        var queue = QueueOf(device);
        if (taken.ContainsKey(device) || queue.Count == 0)
        {
            return null;
        }

        var payment = queue[0];
        ended.ShouldNotContainKey(payment);
        queue.RemoveAt(0);
        taken[device] = payment;
        Count("taken");
        return payment;
    }

    /// <summary>A device has said how a payment ended, its own or not, and was refused or not.</summary>
    public void Finish(string device, string payment, PaymentOutcome outcome, bool isRefused)
    {
        var isItsOwn = taken.GetValueOrDefault(device) == payment;
        if (isRefused)
        {
            isItsOwn.ShouldBeFalse();
        }
        else if (isItsOwn)
        {
            taken.Remove(device);
            ended[payment] = outcome;
            Count("finished");
        }
        else
        {
            ended.GetValueOrDefault(payment, (PaymentOutcome)(-1)).ShouldBe(outcome, "only what ended so already may be said again");
        }
    }

    /// <summary>What nobody fetched from a device that was silent for so long has ended.</summary>
    public void PassTime(DateTimeOffset now)
    {
        foreach (var (device, queue) in queues)
        {
            while (queue.Count > 0 && now >= Later(acceptedAt[queue[0]], lastSeen[device]) + settings.OfflineAfter)
            {
                ended[queue[0]] = PaymentOutcome.Unreachable;
                queue.RemoveAt(0);
            }
        }
    }

    /// <summary>The server must agree.</summary>
    public void ShouldBe(SmartConnectState state)
    {
        state.Registers.Values.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => $"{r.Id} {r.Device}")
            .ShouldBe(deviceOf.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key} {p.Value}"), "who is paired with whom");
        state.Devices.Values.SelectMany(d => d.Registers).Order(StringComparer.Ordinal)
            .ShouldBe(deviceOf.Keys.Order(StringComparer.Ordinal), "a register stands in the list of one device only");
        foreach (var device in state.Devices.Values)
        {
            device.Queue.AsEnumerable().ShouldBe(QueueOf(device.Id), $"the queue of {device.Id}");
            device.Taken.ShouldBe(taken.GetValueOrDefault(device.Id), customMessage: $"what {device.Id} has taken");
        }

        state.Payments.Count.ShouldBe(acceptedAt.Count, "no payment is lost");
        state.Payments.Values.Where(p => p.Result is not null).Select(p => $"{p.Id} {p.Result!.Outcome}").Order(StringComparer.Ordinal)
            .ShouldBe(ended.Select(e => $"{e.Key} {e.Value}").Order(StringComparer.Ordinal), "how payments ended");
    }

    private List<string> QueueOf(string device) => queues.TryGetValue(device, out var queue) ? queue : queues[device] = [];

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
