namespace PairingLab.Kernel.Time;

/// <summary>Real time, for benches with real devices and for <c>host</c>.</summary>
public sealed class RealClock : LabClock
{
    /// <inheritdoc />
    public override bool CanAdvance => false;

    /// <inheritdoc />
    public override IDisposable Hold(string why) => NoHold.Instance;

    /// <inheritdoc />
    public override ITimer CreatePulse(Action beat, TimeSpan period) => CreateTimer(_ => beat(), null, period, period);

    /// <inheritdoc />
    public override ITimer CreateSilenceTimer(IListener listener) =>
        CreateTimer(_ => listener.FallSilent(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <inheritdoc />
    public override Task AdvanceAsync(TimeSpan span, CancellationToken cancel = default) =>
        throw new InvalidOperationException("the clock is real, it can't be advanced; start the lab with --clock stepped");
}
