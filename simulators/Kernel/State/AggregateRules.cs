namespace PairingLab.Kernel.State;

/// <summary>A pure core, as an <see cref="Aggregate{TState,TCommand,TEvent}"/> runs it.</summary>
/// <param name="Decide">State, command, now → events.</param>
/// <param name="Evolve">State, event → state.</param>
/// <param name="NextDeadline">When time brings the next event; null when never.</param>
/// <param name="PassTime">The command that brings nothing but the passing of time.</param>
/// <param name="Keep">Writes what must survive, old and new state; throws when it can't, and then nothing has happened.</param>
public sealed record AggregateRules<TState, TCommand, TEvent>(
    Func<TState, TCommand, DateTimeOffset, IReadOnlyList<TEvent>> Decide,
    Func<TState, TEvent, TState> Evolve,
    Func<TState, DateTimeOffset?> NextDeadline,
    TCommand PassTime,
    Action<TState, TState> Keep)
{
    /// <summary>
    /// Writes what must survive, new state and events, where comparing two whole states would cost more than the change;
    /// throws when it can't, and then nothing has happened. Null when <see cref="Keep"/> does it alone.
    /// </summary>
    public Action<TState, IReadOnlyList<TEvent>>? KeepEvents { get; init; }

    /// <summary>What the core listens for; null when nothing that is repeated keeps it from doing something.</summary>
    public SilenceRules<TState, TCommand>? Silence { get; init; }
}

/// <summary>A core that hears others again and again, and does something when one of them falls silent.</summary>
/// <param name="Ends">When the first of them has been silent for too long; null when nobody is expected.</param>
/// <param name="HasHeardAllSince">Whether all of them have been heard after a time.</param>
/// <param name="Skip">The command that takes all of them for heard so much later.</param>
public sealed record SilenceRules<TState, TCommand>(
    Func<TState, DateTimeOffset?> Ends,
    Func<TState, DateTimeOffset, bool> HasHeardAllSince,
    Func<TimeSpan, TCommand> Skip);
