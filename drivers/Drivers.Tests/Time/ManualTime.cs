namespace PairingLab.Drivers.Tests.Time;

/// <summary>Time that stands until it is moved; timers fire on the thread that moves it, in order.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock turn = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (turn)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(() => callback(state), GetUtcNow() + dueTime, Forget);
        lock (turn)
        {
            timers.Add(timer);
        }

        return timer;
    }

    public void Pass(TimeSpan span)
    {
        List<ManualTimer> due;
        lock (turn)
        {
            now += span;
            due = [.. timers.Where(t => t.Due <= now).OrderBy(t => t.Due)];
            timers.RemoveAll(due.Contains);
        }

        due.ForEach(t => t.Fire());
    }

    private void Forget(ManualTimer timer)
    {
        lock (turn)
        {
            timers.Remove(timer);
        }
    }
}
