namespace PairingLab.Kernel.Time;

/// <summary>
/// The one time of a run. Everything in the lab asks this provider for the time and for timers, so that a bench with
/// real devices runs in real time, and a simulated bench can let a year pass in milliseconds.
/// </summary>
public abstract class LabClock : TimeProvider
{
    /// <summary>Time was advanced; not told of a clock that goes by itself.</summary>
    public event Action? Advanced;

    /// <summary>True when <see cref="AdvanceAsync"/> works (a stepped clock).</summary>
    public abstract bool CanAdvance { get; }

    /// <summary>
    /// Says that work is under way which belongs to the present instant (a request on the wire, say): a stepped clock
    /// does not move on until it is disposed. A real clock takes no notice.
    /// </summary>
    /// <param name="why">What is under way, for the message when it never ends.</param>
    public abstract IDisposable Hold(string why);

    /// <summary>
    /// Repeats something whose single occurrence carries no meaning beyond "still here" (a heartbeat). When a stepped clock
    /// jumps far, only the last two of the jump are given, or a year of a 200 ms heartbeat would be 158 million sentences.
    /// </summary>
    public abstract ITimer CreatePulse(Action beat, TimeSpan period);

    /// <summary>
    /// A timer for somebody who listens to what pulses send (a server that takes a terminal for offline when it is silent). When a
    /// stepped clock skips pulses, it goes on with them as long as the listener hears all that it expects.
    /// </summary>
    public abstract ITimer CreateSilenceTimer(IListener listener);

    /// <summary>
    /// Lets time pass. Timers fire in the order of their due times (equal ones in the order they were set), each with the
    /// clock at its own due time, and what they start and hold is over before the next one fires.
    /// </summary>
    /// <exception cref="InvalidOperationException">The clock is real: it can't be advanced.</exception>
    public abstract Task AdvanceAsync(TimeSpan span, CancellationToken cancel = default);

    /// <summary>Tells that time was advanced.</summary>
    protected void TellAdvanced() => Advanced?.Invoke();
}
