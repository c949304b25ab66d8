using PairingLab.Drivers.Time;

namespace PairingLab.Drivers.Tests.Time;

/// <summary>Lab time that passes at once and tells how much.</summary>
internal sealed class FakeLabTime : ILabTime
{
    public TimeSpan Passed { get; private set; }

    /// <summary>Called after each step.</summary>
    public Action<TimeSpan> Passing { get; init; } = _ => { };

    public bool CanTravel => true;

    public Task<DateTimeOffset> NowAsync(CancellationToken cancel = default) => Task.FromResult(DateTimeOffset.UnixEpoch + Passed);

    public Task PassAsync(TimeSpan span, CancellationToken cancel = default)
    {
        Passed += span;
        Passing(Passed);
        return Task.CompletedTask;
    }
}
