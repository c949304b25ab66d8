namespace PairingLab.Kernel.Tests.Time;

/// <summary>A timer of the <see cref="NaiveClock"/>.</summary>
internal sealed class NaiveTimer(Action fired)
{
    public Action Fired => fired;

    public long? Due { get; set; }

    public long Order { get; set; }

    public int Period { get; set; }
}
