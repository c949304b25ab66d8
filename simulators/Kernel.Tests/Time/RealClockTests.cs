using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.Time;

public sealed class RealClockTests
{
    private readonly RealClock clock = new();

    [Fact]
    public void Its_time_is_real_time() =>
        (TimeProvider.System.GetUtcNow() - clock.GetUtcNow()).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(5));

    [Fact]
    public async Task It_can_not_be_advanced()
    {
        clock.CanAdvance.ShouldBeFalse();

        (await Should.ThrowAsync<InvalidOperationException>(() => clock.AdvanceAsync(TimeSpan.Zero)))
            .Message.ShouldContain("--clock stepped");
    }

    [Fact]
    public async Task A_pulse_beats_by_itself_and_a_hold_does_not_keep_it()
    {
        var beats = 0;
        using var hold = clock.Hold("anything");
        using var pulse = clock.CreatePulse(() => Interlocked.Increment(ref beats), TimeSpan.FromMilliseconds(5));

        await Patience.UntilAsync(() => Volatile.Read(ref beats), n => n >= 3, "three beats");
    }
}
