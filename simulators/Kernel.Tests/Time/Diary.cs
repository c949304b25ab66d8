using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.Time;

/// <summary>Takes down what fired, and what the clock said then, in seconds since its start.</summary>
internal sealed class Diary(SteppedClock clock)
{
    private readonly DateTimeOffset start = clock.GetUtcNow();

    public List<string> Lines { get; } = [];

    public void Note(string what) => Lines.Add($"{(clock.GetUtcNow() - start).TotalSeconds:0.###} {what}");

    public ITimer Set(string what, double due, double? period = null, Action? then = null) => clock.CreateTimer(
        _ =>
        {
            Note(what);
            then?.Invoke();
        },
        null,
        TimeSpan.FromSeconds(due),
        period is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan);

    public Task PassAsync(double seconds) => clock.AdvanceAsync(TimeSpan.FromSeconds(seconds));
}
