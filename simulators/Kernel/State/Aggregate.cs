using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.State;

/// <summary>
/// Runs a pure core: one command at a time, its events kept before anybody sees them, and woken when time is due. Commands that wait
/// for the disk at the same time are kept in one write.
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
    private readonly ITimer? silence;
    private readonly GroupCommit<(Func<TState, TCommand> Command, TaskCompletionSource<IReadOnlyList<TEvent>> Answer)> batches;
    private TState state;
    private bool ended;

    /// <summary>Starts from a state.</summary>
    public Aggregate(TState initial, AggregateRules<TState, TCommand, TEvent> rules, LabClock clock)
    {
        state = initial;
        this.rules = rules;
        this.clock = clock;
        batches = new(ExecuteTogether);
        timer = clock.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        silence = rules.Silence is { } what ? clock.CreateSilenceTimer(new Listener(this, what)) : null;
        SetTimers();
    }

    /// <summary>
    /// Told of events in their order, after they are kept, and of the state after them. Runs under the aggregate's lock: be short.
    /// </summary>
    public event Action<TState, IReadOnlyList<TEvent>>? Happened;

    /// <summary>The state now.</summary>
    public TState State => Volatile.Read(ref state);

    /// <summary>Decides a command that is made from the present state, and keeps and applies what follows from it.</summary>
    public IReadOnlyList<TEvent> Execute(Func<TState, TCommand> command)
    {
        lock (gate)
        {
            return Run([command])[0];
        }
    }

    /// <summary>
    /// The same; commands that come while others are being kept are kept with one write, so that a hundred of them cost what one does.
    /// The task ends when the command's events are kept.
    /// </summary>
    public Task<IReadOnlyList<TEvent>> ExecuteAsync(Func<TState, TCommand> command)
    {
        var answer = new TaskCompletionSource<IReadOnlyList<TEvent>>(TaskCreationOptions.RunContinuationsAsynchronously);
        batches.Add((command, answer));
        return answer.Task;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (gate)
        {
            ended = true;
            timer.Dispose();
            silence?.Dispose();
        }
    }

    /// <summary>Decides commands one after the other and keeps what follows from all of them, or nothing; the events of each.</summary>
    private IReadOnlyList<TEvent>[] Run(IReadOnlyList<Func<TState, TCommand>> commands)
    {
        var decided = new IReadOnlyList<TEvent>[commands.Count];
        var next = state;
        for (var i = 0; i < decided.Length; i++)
        {
            decided[i] = ended ? [] : rules.Decide(next, commands[i](next), clock.GetUtcNow());
            next = decided[i].Aggregate(next, rules.Evolve);
        }

        IReadOnlyList<TEvent> events = decided.Length == 1 ? decided[0] : [.. decided.SelectMany(e => e)];
        if (events.Count > 0)
        {
            rules.Keep(state, next);
            rules.KeepEvents?.Invoke(next, events);
            Volatile.Write(ref state, next);
            Happened?.Invoke(next, events);
        }

        if (!ended)
        {
            SetTimers();
        }

        return decided;
    }

    private void ExecuteTogether(IReadOnlyList<(Func<TState, TCommand> Command, TaskCompletionSource<IReadOnlyList<TEvent>> Answer)> batch)
    {
        var before = State;
        try
        {
            IReadOnlyList<TEvent>[] decided;
            lock (gate)
            {
                before = state;
                decided = Run([.. batch.Select(b => b.Command)]);
            }

            for (var i = 0; i < decided.Length; i++)
            {
                batch[i].Answer.SetResult(decided[i]);
            }
        }
        catch (Exception e)
        {
            // One bad command must not take the others with it: as long as nothing has happened, each is tried by itself.
            if (batch.Count > 1 && ReferenceEquals(before, State))
            {
                batch.ToList().ForEach(one => ExecuteTogether([one]));
                return;
            }

            batch.ToList().ForEach(one => one.Answer.TrySetException(e));
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

    private void SetTimers()
    {
        Set(timer, rules.NextDeadline(state));
        if (silence is not null)
        {
            Set(silence, rules.Silence!.Ends(state));
        }
    }

    private void Set(ITimer which, DateTimeOffset? due)
    {
        if (due is null)
        {
            which.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        // A timer of the platform takes at most 49 days; a later wake-up in between finds nothing due and sets it anew.
        var wait = due.Value - clock.GetUtcNow();
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > TimeSpan.FromDays(40) && !clock.CanAdvance ? TimeSpan.FromDays(40) : wait;
        which.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private sealed class Listener(Aggregate<TState, TCommand, TEvent> core, SilenceRules<TState, TCommand> what) : IListener
    {
        public bool HasHeardAllSince(DateTimeOffset time) => what.HasHeardAllSince(core.State, time);

        public void Skip(TimeSpan span) => core.Execute(_ => what.Skip(span));

        public void FallSilent() => core.Wake();
    }
}
