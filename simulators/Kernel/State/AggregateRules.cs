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
}
