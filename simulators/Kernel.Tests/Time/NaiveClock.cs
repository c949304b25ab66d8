namespace PairingLab.Kernel.Tests.Time;

/// <summary>The clock as one would write it without a thought of speed: looks at every timer for every firing.</summary>
internal sealed class NaiveClock
{
    private readonly List<NaiveTimer> timers = [];
    private long order;

    public long Now { get; private set; }

    public NaiveTimer Add(Action fired)
    {
        var timer = new NaiveTimer(fired);
        timers.Add(timer);
        return timer;
    }

    public void Change(NaiveTimer timer, int? due, int period)
    {
        timer.Due = Now + due;
        timer.Period = period;
        timer.Order = ++order;
    }

    public void Advance(long span)
    {
        var target = Now + span;
        while (timers.Where(t => t.Due <= target).OrderBy(t => t.Due).ThenBy(t => t.Order).FirstOrDefault() is { } next)
        {
            Now = next.Due!.Value;
            Change(next, next.Period > 0 ? next.Period : null, next.Period);
            next.Fired();
        }

        Now = target;
    }
}
