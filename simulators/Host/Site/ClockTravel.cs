using System.Globalization;
using PairingLab.Kernel.Time;

namespace PairingLab.Host.Site;

/// <summary>
/// The time that people at the bench let pass: it goes on behind the page, which shows how far it is, and can be stopped on the way.
/// </summary>
public sealed class ClockTravel(LabClock clock) : IAsyncDisposable
{
    /// <summary>How long the answer to a press waits for the end, in real time: most journeys are over by then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>How often the page is told how far it is, in real time.</summary>
    private static readonly TimeSpan Telling = TimeSpan.FromMilliseconds(300);

    private readonly Lock gate = new();
    private CancellationTokenSource? stop;
    private Task under = Task.CompletedTask;

    /// <summary>It has gone on, or ended.</summary>
    public event Action? Changed;

    /// <summary>The journey under way; null when the clock stands.</summary>
    public ClockJourney? Now { get; private set; }

    /// <summary>What the last journey came to, when it did not arrive; null when it did.</summary>
    public string? Ended { get; private set; }

    /// <summary>Sets out. Why not, or what went wrong within the first moment; null when nothing did.</summary>
    public async Task<string?> GoAsync(TimeSpan span)
    {
        Task<string?> journey;
        lock (gate)
        {
            if (Now is { } other)
            {
                return string.Create(
                    CultureInfo.InvariantCulture, $"The clock is on its way to {other.To:yyyy-MM-dd HH:mm:ss}; stop it first.");
            }

            var from = clock.GetUtcNow();
            (Now, Ended, stop) = (new(from, from + span), null, new());
            under = journey = Task.Run(() => TravelAsync(span, stop.Token));
        }

        _ = TellAsync(journey);
        return await Task.WhenAny(journey, Task.Delay(Patience, TimeProvider.System)) == journey ? await journey : null;
    }

    /// <summary>Stops it where it is.</summary>
    public void Stop()
    {
        lock (gate)
        {
            stop?.Cancel();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Stop();
        await under;
    }

    private async Task<string?> TravelAsync(TimeSpan span, CancellationToken cancel)
    {
        string? whyNot = null;
        try
        {
            await clock.AdvanceAsync(span, cancel);
        }
        catch (OperationCanceledException)
        {
            whyNot = string.Create(CultureInfo.InvariantCulture, $"Stopped at {clock.GetUtcNow():yyyy-MM-dd HH:mm:ss}.");
        }
        catch (Exception e) when (e is TimeoutException or Kernel.Store.StoreException or ArgumentOutOfRangeException)
        {
            whyNot = e.Message;
        }

        lock (gate)
        {
            stop!.Dispose();
            (Now, Ended, stop) = (null, whyNot, null);
        }

        Changed?.Invoke();
        return whyNot;
    }

    private async Task TellAsync(Task journey)
    {
        while (await Task.WhenAny(journey, Task.Delay(Telling, TimeProvider.System)) != journey)
        {
            Changed?.Invoke();
        }
    }
}

/// <summary>From when to when the clock is going.</summary>
public sealed record ClockJourney(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>How far it is, from 0 to 1.</summary>
    public double Share(DateTimeOffset now) => To == From ? 1 : Math.Clamp((now - From) / (To - From), 0, 1);
}
