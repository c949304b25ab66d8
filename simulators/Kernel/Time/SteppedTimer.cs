namespace PairingLab.Kernel.Time;

/// <summary>A timer of a <see cref="SteppedClock"/>.</summary>
internal sealed class SteppedTimer(SteppedClock clock, TimerCallback callback, object? state) : ITimer
{
    private volatile bool ended;

    /// <summary>Whether single firings may be skipped.</summary>
    public bool IsPulse { get; init; }

    /// <summary>Who listens to pulses with this timer; null for any other timer.</summary>
    public IListener? Listener { get; init; }

    /// <summary>It was disposed: nothing sets it any more.</summary>
    public bool HasEnded => ended;

    /// <summary>When it fires next, in UTC ticks; null when it does not.</summary>
    public long? Due { get; set; }

    /// <summary>Which setting of the timer this is: equal due times fire in this order.</summary>
    public long Order { get; set; }

    /// <summary>How long after one firing the next one follows; null when none does.</summary>
    public TimeSpan? Period { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.Set(this, dueTime == Timeout.InfiniteTimeSpan ? null : dueTime, period > TimeSpan.Zero ? period : null);
        return !HasEnded;
    }

    public void Fire()
    {
        // It may have ended between its turn and now.
        if (HasEnded)
        {
            return;
        }

        // What awaits this timer goes on inside the callback, at this very time; under a context of the caller's (a test runner's,
        // say) it would be queued instead, and the clock would run away from it.
        var callers = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            callback(state);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(callers);
        }
    }

    public void Dispose()
    {
        ended = true;
        clock.Set(this, null, null);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
