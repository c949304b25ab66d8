using System.Collections.Concurrent;

namespace PairingLab.Kernel.Time;

/// <summary>Time that stands still until it is advanced.</summary>
public sealed class SteppedClock : LabClock
{
    /// <summary>The number of beats of a pulse that are given one by one.</summary>
    private const int FewBeats = 10;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim advancing = new(1, 1);
    private readonly PriorityQueue<SteppedTimer, (long Due, long Order)> timers = new();
    private readonly PriorityQueue<SteppedTimer, (long Due, long Order)> pulses = new();
    private readonly PriorityQueue<SteppedTimer, (long Due, long Order)> silences = new();
    private readonly ConcurrentDictionary<ClockHold, string> holds = new();
    private TaskCompletionSource? quiet;
    private long now;
    private long order;

    /// <summary>Since when only pulses have fired, or since when everything was heard; in UTC ticks.</summary>
    private long steadySince;

    /// <summary>How often everything has been heard anew since something else than a pulse fired.</summary>
    private int roundsHeard;

    /// <summary>A clock that stands at the given time (by default a Monday morning, 2026-01-05 08:00 UTC).</summary>
    public SteppedClock(DateTimeOffset? start = null) =>
        now = (start ?? new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero)).UtcTicks;

    /// <summary>How long, in real time, a hold may keep the clock before it is called stuck.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Keeps the time to which the clock is about to go: a lab that is started again goes on from there, and never back. Throws when it
    /// can't, and then the clock stands.
    /// </summary>
    public Action<DateTimeOffset>? Keep { private get; init; }

    /// <inheritdoc />
    public override bool CanAdvance => true;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref now), TimeSpan.Zero);

    /// <inheritdoc />
    public override long GetTimestamp() => Volatile.Read(ref now);

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <inheritdoc />
    public override ITimer CreatePulse(Action beat, TimeSpan period)
    {
        var timer = new SteppedTimer(this, _ => beat(), null) { IsPulse = true };
        timer.Change(period, period);
        return timer;
    }

    /// <inheritdoc />
    public override ITimer CreateSilenceTimer(IListener listener) =>
        new SteppedTimer(this, _ => listener.FallSilent(), null) { Listener = listener };

    /// <inheritdoc />
    public override IDisposable Hold(string why)
    {
        var hold = new ClockHold(this);
        holds[hold] = why;
        return hold;
    }

    /// <inheritdoc />
    public override async Task AdvanceAsync(TimeSpan span, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        await advancing.WaitAsync(cancel);
        try
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(span.Ticks, DateTimeOffset.MaxValue.UtcTicks - now, nameof(span));
            await BecomeQuietAsync(cancel);
            var target = now + span.Ticks;
            Keep?.Invoke(new(target, TimeSpan.Zero));
            Disturb();
            while (!cancel.IsCancellationRequested && TakeNextOrArrive(target) is { } timer)
            {
                timer.Fire();
                if (!timer.IsPulse)
                {
                    Disturb();
                }
                await BecomeQuietAsync(cancel);
                SkipSilences(target);
            }

            if (cancel.IsCancellationRequested)
            {
                Keep?.Invoke(GetUtcNow());
                cancel.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            advancing.Release();
            TellAdvanced();
        }
    }

    /// <summary>Sets a timer, or stops it (null): in one step, even if another thread changes it too.</summary>
    internal void Set(SteppedTimer timer, TimeSpan? dueIn, TimeSpan? period)
    {
        lock (gate)
        {
            timer.Period = period;
            if (dueIn is { } span && !timer.HasEnded)
            {
                Enqueue(timer, span);
            }
            else
            {
                timer.Due = null;
            }
        }
    }

    internal void Release(ClockHold hold)
    {
        if (holds.TryRemove(hold, out _) && holds.IsEmpty)
        {
            lock (gate)
            {
                if (holds.IsEmpty)
                {
                    quiet?.TrySetResult();
                    quiet = null;
                }
            }
        }
    }

    private void Enqueue(SteppedTimer timer, TimeSpan dueIn)
    {
        // Beyond the end of time is never.
        var due = now + Math.Clamp(dueIn.Ticks, 0, long.MaxValue - now);
        timer.Due = due;
        timer.Order = ++order;
        (timer.IsPulse ? pulses : timer.Listener is null ? timers : silences).Enqueue(timer, (due, timer.Order));
    }

    /// <summary>
    /// The next timer due by the target, with the clock moved to it; null when there is none, with the clock at the target.
    /// One step, or a timer set in between by another thread would be passed over.
    /// </summary>
    private SteppedTimer? TakeNextOrArrive(long target)
    {
        lock (gate)
        {
            DropChanged(timers);
            DropChanged(silences);
            var next = IsBefore(silences, timers) ? silences : timers;
            var horizon = next.TryPeek(out var timer, out var at) && at.Due <= target ? at.Due : target;
            SkipPulses(horizon);
            if (pulses.TryPeek(out var pulse, out var beat) && beat.Due <= horizon
                && (timer is null || beat.CompareTo(at) < 0 || at.Due > target))
            {
                return Take(pulses, pulse, beat.Due);
            }

            if (timer is not null && at.Due <= target)
            {
                return Take(next, timer, at.Due);
            }

            Volatile.Write(ref now, target);
            return null;
        }
    }

    private static bool IsBefore(
        PriorityQueue<SteppedTimer, (long Due, long Order)> one, PriorityQueue<SteppedTimer, (long Due, long Order)> other) =>
        one.TryPeek(out _, out var at) && (!other.TryPeek(out _, out var otherAt) || at.CompareTo(otherAt) < 0);

    private void Disturb() => (steadySince, roundsHeard) = (now, 0);

    /// <summary>
    /// Listeners that have heard everything twice, with nothing but pulses between, will go on hearing it until the next timer: they take
    /// it for heard up to then, and no longer keep the pulses from skipping. Twice, since the first time may have changed who is heard.
    /// </summary>
    private void SkipSilences(long target)
    {
        var (waiting, horizon) = SilencesBefore(target);
        if (waiting.Count == 0 || !waiting.TrueForAll(t => t.Listener!.HasHeardAllSince(new(steadySince, TimeSpan.Zero))))
        {
            return;
        }

        steadySince = now;
        if (++roundsHeard >= 2 && WouldSkip(horizon))
        {
            waiting.ForEach(t => t.Listener!.Skip(TimeSpan.FromTicks(horizon - now)));
        }
    }

    /// <summary>The silences that would end before the next timer, and when that timer is due, or the target comes.</summary>
    private (List<SteppedTimer> Waiting, long Horizon) SilencesBefore(long target)
    {
        lock (gate)
        {
            DropChanged(timers);
            DropChanged(silences);
            var horizon = timers.TryPeek(out _, out var at) && at.Due <= target ? at.Due : target;
            return silences.TryPeek(out _, out var first) && first.Due <= horizon
                ? (silences.UnorderedItems.Where(i => i.Element.Due == i.Priority.Due && i.Element.Order == i.Priority.Order)
                    .Where(i => i.Priority.Due <= horizon).OrderBy(i => i.Priority).Select(i => i.Element).ToList(), horizon)
                : ([], horizon);
        }
    }

    private SteppedTimer Take(PriorityQueue<SteppedTimer, (long Due, long Order)> queue, SteppedTimer timer, long due)
    {
        queue.Dequeue();
        Volatile.Write(ref now, Math.Max(now, due));
        timer.Due = null;
        if (timer.Period is { Ticks: > 0 } period)
        {
            Enqueue(timer, period);
        }

        return timer;
    }

    private bool WouldSkip(long horizon)
    {
        lock (gate)
        {
            return pulses.UnorderedItems.Any(p => p.Element.Due == p.Priority.Due && p.Element.Period is { } period
                && (horizon - p.Priority.Due) / period.Ticks > FewBeats);
        }
    }

    /// <summary>Pulses with many beats before the horizon go on to the last two of them.</summary>
    private void SkipPulses(long horizon)
    {
        DropChanged(pulses);
        while (pulses.TryPeek(out var pulse, out var beat) && pulse.Period is { } period
            && (horizon - beat.Due) / period.Ticks is > FewBeats and var beats)
        {
            pulses.Dequeue();
            pulse.Due = beat.Due + ((beats - 1) * period.Ticks);
            pulses.Enqueue(pulse, (pulse.Due.Value, pulse.Order));
            DropChanged(pulses);
        }
    }

    /// <summary>A timer that was changed or disposed leaves its old entry behind; it is passed over here.</summary>
    private static void DropChanged(PriorityQueue<SteppedTimer, (long Due, long Order)> queue)
    {
        while (queue.TryPeek(out var timer, out var entry) && (timer.Due != entry.Due || timer.Order != entry.Order))
        {
            queue.Dequeue();
        }
    }

    /// <summary>Waits until nothing is held; what was begun just as the last hold ended counts too.</summary>
    private async ValueTask BecomeQuietAsync(CancellationToken cancel)
    {
        while (!holds.IsEmpty)
        {
            await WaitAsync(NextQuiet(), cancel);
        }
    }

    private Task NextQuiet()
    {
        lock (gate)
        {
            return holds.IsEmpty ? Task.CompletedTask : (quiet ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private async Task WaitAsync(Task untilQuiet, CancellationToken cancel)
    {
        try
        {
            await untilQuiet.WaitAsync(StuckAfter, System, cancel);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException(
                $"the lab clock can't move on: still under way after {StuckAfter.TotalSeconds} s: {string.Join(", ", holds.Values)}", e);
        }
    }
}
