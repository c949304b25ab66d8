using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.State;

/// <summary>
/// Runs a pure core: one command at a time, its events kept before anybody sees them, and woken when time is due.
/// </summary>
/// <typeparam name="TState">An immutable state.</typeparam>
/// <typeparam name="TCommand">What can be asked.</typeparam>
/// <typeparam name="TEvent">What can happen.</typeparam>
public sealed class Aggregate<TState, TCommand, TEvent> : IDisposable
    where TState : class
{
    private static readonly TimeSpan StoreMayRecoverIn = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly AggregateRules<TState, TCommand, TEvent> rules;
    private readonly LabClock clock;
    private readonly ITimer timer;
    private TState state;
    private bool ended;

    /// <summary>Starts from a state.</summary>
    public Aggregate(TState initial, AggregateRules<TState, TCommand, TEvent> rules, LabClock clock)
    {
        state = initial;
        this.rules = rules;
        this.clock = clock;
        timer = clock.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        SetTimer();
    }

    /// <summary>Told of the events of each command, in order, after they are kept. Runs under the aggregate's lock: be short.</summary>
    public event Action<TState, IReadOnlyList<TEvent>>? Happened;

    /// <summary>The state now.</summary>
    public TState State => Volatile.Read(ref state);

    /// <summary>Decides a command that is made from the present state, and keeps and applies what follows from it.</summary>
    public IReadOnlyList<TEvent> Execute(Func<TState, TCommand> command)
    {
        lock (gate)
        {
            if (ended)
            {
                return [];
            }

            var events = rules.Decide(state, command(state), clock.GetUtcNow());
            if (events.Count > 0)
            {
                var next = events.Aggregate(state, rules.Evolve);
                rules.Keep(state, next);
                rules.KeepEvents?.Invoke(next, events);
                Volatile.Write(ref state, next);
                Happened?.Invoke(next, events);
            }

            SetTimer();
            return events;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (gate)
        {
            ended = true;
            timer.Dispose();
        }
    }

    /// <summary>Nobody waits for what time brings; while the disk can't take it, it is tried again, or it would never come.</summary>
    private void Wake()
    {
        try
        {
            Execute(_ => rules.PassTime);
        }
        catch (StoreException e)
        {
            Console.Error.WriteLine(e.Message);
            timer.Change(StoreMayRecoverIn, Timeout.InfiniteTimeSpan);
        }
    }

    private void SetTimer()
    {
        var due = rules.NextDeadline(state);
        if (due is null)
        {
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        // A timer of the platform takes at most 49 days; a later wake-up in between finds nothing due and sets it anew.
        var wait = due.Value - clock.GetUtcNow();
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > TimeSpan.FromDays(40) && !clock.CanAdvance ? TimeSpan.FromDays(40) : wait;
        timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
