using PairingLab.Drivers.Certification;
using PairingLab.Kernel.Time;

namespace PairingLab.Features.Support.Certification;

/// <summary>The clock of the reference POS: lab time, which stands until it is put forward.</summary>
internal sealed class LabPosClock(LabClock clock) : IPosClock
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public TimeSpan Tolerance => TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public Task HoldAsync() => Task.CompletedTask;

    /// <inheritdoc />
    public Task ReleaseAsync() => Task.CompletedTask;

    /// <inheritdoc />
    public async Task PassAsync(TimeSpan span, Func<bool> until)
    {
        for (var left = span; left > TimeSpan.Zero && !until(); left -= Step)
        {
            await clock.AdvanceAsync(left < Step ? left : Step);
        }
    }
}
