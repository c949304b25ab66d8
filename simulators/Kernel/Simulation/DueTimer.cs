using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Simulation;

/// <summary>Wakes a device when something is due. Called under the device's lock, but for the waking itself.</summary>
internal sealed class DueTimer : IDisposable
{
    /// <summary>A timer of the platform takes at most 49 days; one that wakes too early finds nothing due and is set anew.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    private readonly LabClock clock;
    private readonly ITimer timer;
    private DateTimeOffset? armed;
    private DateTimeOffset wakesAt;

    public DueTimer(LabClock clock, bool isPulse, Action wake)
    {
        this.clock = clock;
        timer = isPulse
            ? clock.CreatePulse(wake, Timeout.InfiniteTimeSpan)
            : clock.CreateTimer(_ => wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The time as the woken device takes it: a timer of the platform may come a moment too early.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = clock.GetUtcNow();
            return now < wakesAt && wakesAt - now < TimeSpan.FromSeconds(1) ? wakesAt : now;
        }
    }

    /// <summary>Sets it, or stops it (null).</summary>
    /// <param name="at">When something is due.</param>
    /// <param name="every">The time to the next of many.</param>
    /// <param name="passed">The device has just been told that it is this time: what is overdue all the same
    /// waits for something else.</param>
    public void Arm(DateTimeOffset? at, TimeSpan? every, DateTimeOffset? passed)
    {
        if (at == armed && passed is null)
        {
            return;
        }

        armed = at;
        if (at is not { } due || due <= passed)
        {
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        var now = clock.GetUtcNow();
        wakesAt = due <= now ? now : clock.CanAdvance || due - now < Longest ? due : now + Longest;
        timer.Change(wakesAt - now, every ?? Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => timer.Dispose();
}
