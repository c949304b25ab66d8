namespace PairingLab.Kernel.Time;

/// <summary>A timer of a <see cref="SteppedClock"/>.</summary>
internal sealed class SteppedTimer(SteppedClock clock, TimerCallback callback, object? state, bool isPulse) : ITimer
{
    public bool IsPulse => isPulse;

    /// <summary>When it fires next, in UTC ticks; null when it does not.</summary>
    public long? Due { get; set; }

    /// <summary>Which setting of the timer this is: equal due times fire in this order.</summary>
    public long Order { get; set; }

    public TimeSpan? Period { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Due = null;
        Period = period > TimeSpan.Zero ? period : null;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            clock.Set(this, dueTime);
        }

        return true;
    }

    public void Fire() => callback(state);

    public void Dispose()
    {
        Due = null;
        Period = null;
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
