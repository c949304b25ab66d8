namespace PairingLab.Drivers.Certification;

/// <summary>The clock by which a POS counts seconds.</summary>
public interface IPosClock
{
    /// <summary>How exactly it can be told what the POS does at a moment.</summary>
    TimeSpan Tolerance { get; }

    /// <summary>Lets no time pass but by <see cref="PassAsync"/>, where that can be had.</summary>
    Task HoldAsync();

    /// <summary>Lets time pass by itself again.</summary>
    Task ReleaseAsync();

    /// <summary>Lets time pass, so much at most; no longer than until something is so.</summary>
    Task PassAsync(TimeSpan span, Func<bool> until);
}

/// <summary>Time as it is.</summary>
public sealed class RealPosClock : IPosClock
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>On a busy machine the lab looks late.</summary>
    public TimeSpan Tolerance => TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public Task HoldAsync() => Task.CompletedTask;

    /// <inheritdoc />
    public Task ReleaseAsync() => Task.CompletedTask;

    /// <inheritdoc />
    public async Task PassAsync(TimeSpan span, Func<bool> until)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(Look, TimeProvider.System);
        while (!until() && TimeProvider.System.GetElapsedTime(began) < span)
        {
            await timer.WaitForNextTickAsync();
        }
    }
}
