namespace PairingLab.Drivers.Tests.Time;

/// <summary>A timer of <see cref="ManualTime"/> that fires once.</summary>
internal sealed class ManualTimer(Action fire, DateTimeOffset due, Action<ManualTimer> forget) : ITimer
{
    public DateTimeOffset Due => due;

    public void Fire() => fire();

    public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("these timers fire once");

    public void Dispose() => forget(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
