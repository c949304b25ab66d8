namespace PairingLab.Kernel.Time;

/// <summary>Work that belongs to the present instant of a stepped clock.</summary>
internal sealed class ClockHold(SteppedClock clock) : IDisposable
{
    public void Dispose() => clock.Release(this);
}
