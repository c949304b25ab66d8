using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Web;

/// <summary>Keeps the last exchanges of a site's devices, so that evidence and the bench page can show them.</summary>
/// <param name="clock">The lab clock.</param>
/// <param name="redaction">What is taken out before they are kept.</param>
public sealed class WireTap(LabClock clock, Redaction redaction)
{
    /// <summary>A hosted lab runs for weeks; older exchanges are let go.</summary>
    private const int Kept = 500;

    private readonly Lock gate = new();
    private readonly Queue<Exchange> exchanges = new();
    private long count;

    /// <summary>An exchange was taken down.</summary>
    public event Action? Added;

    /// <summary>Takes an exchange down.</summary>
    public void Add(string from, string method, string url, string? requestBody, int status, string? responseBody, double milliseconds)
    {
        var request = redaction.Redact(requestBody);
        var response = redaction.Redact(responseBody);
        var address = redaction.Address(url);
        lock (gate)
        {
            exchanges.Enqueue(new(++count, clock.GetUtcNow(), from, method, address, request, status, response, milliseconds));
            if (exchanges.Count > Kept)
            {
                exchanges.Dequeue();
            }
        }

        Added?.Invoke();
    }

    /// <summary>The exchanges since the one of that number.</summary>
    public IReadOnlyList<Exchange> Since(long number)
    {
        lock (gate)
        {
            return [.. exchanges.Where(e => e.Number > number)];
        }
    }
}
