namespace PairingLab.Drivers.Time;

/// <summary>
/// How time passes for a driver that waits. On a real bench it really passes; on a stepped bench the lab clock is advanced,
/// so that a wait of minutes takes milliseconds. Units are lab time throughout.
/// </summary>
public interface ILabTime
{
    /// <summary>True when a scenario may advance the clock (a simulated bench with a stepped clock).</summary>
    bool CanTravel { get; }

    /// <summary>Lab time now.</summary>
    Task<DateTimeOffset> NowAsync(CancellationToken cancel = default);

    /// <summary>Lets lab time pass; comes back when everything due in it has happened.</summary>
    Task PassAsync(TimeSpan span, CancellationToken cancel = default);
}

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
