namespace PairingLab.Host.Replay;

/// <summary>
/// The time of a recording while it is played. It begins with the first page or line that is looked at, runs at its pace, waits at every
/// press and entry of then until the driver has done the same, and goes ahead with a driver that is earlier. Safe from any thread.
/// </summary>
/// <param name="clock">Wall time.</param>
/// <param name="speed">1 for the pace of the bench.</param>
/// <param name="from">Where the recording begins.</param>
/// <param name="acts">When something was pressed or entered.</param>
internal sealed class RecordedClock(TimeProvider clock, double speed, DateTimeOffset from, IEnumerable<DateTimeOffset> acts)
{
    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> waits = new(acts.Order());
    private DateTimeOffset at = from;
    private DateTimeOffset? since;

    /// <summary>Whether it waits for the driver.</summary>
    public bool IsHeld
    {
        get { lock (gate) { return since is not null && waits.TryPeek(out var next) && Advance() >= next; } }
    }

    /// <summary>Begins it, if it has not begun, and gives recorded time.</summary>
    public DateTimeOffset Begin()
    {
        lock (gate)
        {
            since ??= clock.GetUtcNow();
            return Advance();
        }
    }

    /// <summary>The driver has done what was done then.</summary>
    public void Done(DateTimeOffset act)
    {
        lock (gate)
        {
            var now = Advance();
            at = act > now ? act : now;
            while (waits.TryPeek(out var next) && next <= act)
            {
                waits.Dequeue();
            }
        }
    }

    private DateTimeOffset Advance()
    {
        var now = clock.GetUtcNow();
        var passed = (now - (since ?? now)) * speed;
        since = now;
        var next = at + passed;
        return at = waits.TryPeek(out var wait) && next > wait ? wait > at ? wait : at : next;
    }
}
