namespace PairingLab.Drivers.Time;

/// <summary>Lab time of a bench with real devices: it passes as on the wall (or as the given provider has it).</summary>
public sealed class RealTime(TimeProvider provider) : ILabTime
{
    /// <inheritdoc />
    public bool CanTravel => false;

    /// <inheritdoc />
    public Task<DateTimeOffset> NowAsync(CancellationToken cancel = default) => Task.FromResult(provider.GetUtcNow());

    /// <inheritdoc />
    public Task PassAsync(TimeSpan span, CancellationToken cancel = default) => Task.Delay(span, provider, cancel);
}
