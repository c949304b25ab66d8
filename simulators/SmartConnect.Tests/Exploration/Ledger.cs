using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Tests.Exploration;

/// <summary>
/// What an onlooker writes down beside the server, from the rules and nothing of the server's code: who is paired with whom,
/// which code is alive, and where every payment is.
/// </summary>
internal sealed class Ledger
{
    public Dictionary<string, string> DeviceOf { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (string Code, DateTimeOffset At)> Codes { get; } = new(StringComparer.Ordinal);

    public List<string> EveryCode { get; } = [];

    public Dictionary<string, List<string>> Queues { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Taken { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, PaymentOutcome> Ended { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DateTimeOffset> AcceptedAt { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DateTimeOffset> LastSeen { get; } = new(StringComparer.Ordinal);

    public List<string> QueueOf(string device) => Queues.TryGetValue(device, out var queue) ? queue : Queues[device] = [];

    /// <summary>The device that shows this code and whose code can be used now; null when there is none.</summary>
    public string? DeviceThatShows(string code, DateTimeOffset now, TimeSpan lifetime) =>
        Codes.Where(c => c.Value.Code == code && now < c.Value.At + lifetime).Select(c => c.Key).SingleOrDefault();

    /// <summary>What nobody fetched from a device that was silent for so long has ended; in one go at most what is due now.</summary>
    public void Silence(DateTimeOffset now, TimeSpan limit)
    {
        foreach (var (device, queue) in Queues)
        {
            while (queue.Count > 0 && now >= Later(AcceptedAt[queue[0]], LastSeen[device]) + limit)
            {
                Ended[queue[0]] = PaymentOutcome.Unreachable;
                queue.RemoveAt(0);
            }
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
