using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.Time;

public sealed class PulseTests
{
    private readonly SteppedClock clock = new();
    private readonly Diary diary;

    public PulseTests() => diary = new(clock);

    [Fact]
    public async Task In_a_short_step_a_pulse_beats_every_time()
    {
        Beat(1);

        await diary.PassAsync(5.5);

        diary.Lines.ShouldBe(["1 beat", "2 beat", "3 beat", "4 beat", "5 beat"]);
    }

    [Fact]
    public async Task In_a_long_jump_only_the_last_two_beats_come_and_none_after_its_end()
    {
        Beat(0.2);

        await diary.PassAsync(86_400.1);

        diary.Lines.ShouldBe(["86399.8 beat", "86400 beat"]);
    }

    [Fact]
    public async Task After_a_long_jump_a_pulse_keeps_its_beat()
    {
        Beat(0.2);
        await diary.PassAsync(86_400.1);
        diary.Lines.Clear();

        await diary.PassAsync(0.5);

        diary.Lines.ShouldBe(["86400.2 beat", "86400.4 beat", "86400.6 beat"]);
    }

    [Fact]
    public async Task A_jump_ends_at_each_timer_and_the_beats_before_it_come_before_it()
    {
        Beat(1);
        diary.Set("timer", 100.5);

        await diary.PassAsync(200.5);

        diary.Lines.ShouldBe(["99 beat", "100 beat", "100.5 timer", "199 beat", "200 beat"]);
    }

    [Fact]
    public async Task A_beat_and_a_timer_at_the_same_time_come_in_the_order_in_which_they_were_set()
    {
        diary.Set("before", 1);
        Beat(1);
        diary.Set("after", 1);

        await diary.PassAsync(1);

        diary.Lines.ShouldBe(["1 before", "1 beat", "1 after"]);
    }

    [Fact]
    public async Task A_slow_pulse_does_not_keep_a_quick_one_from_skipping()
    {
        using var slow = clock.CreatePulse(() => diary.Note("slow"), TimeSpan.FromHours(1));
        var beats = 0;
        using var quick = clock.CreatePulse(() => beats++, TimeSpan.FromMilliseconds(200));

        await clock.AdvanceAsync(TimeSpan.FromDays(365));

        beats.ShouldBeLessThan(100);
        diary.Lines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_pulse_that_is_disposed_or_changed_follows_at_once()
    {
        var pulse = Beat(1);
        await diary.PassAsync(1);
        pulse.Change(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3));
        await diary.PassAsync(6);
        pulse.Dispose();
        await diary.PassAsync(1000);

        diary.Lines.ShouldBe(["1 beat", "4 beat", "7 beat"]);
    }

    /// <summary>A periodic timer once seemed to stop in such a jump.</summary>
    [Fact]
    public async Task Periodic_timers_fire_all_through_a_jump_of_years_with_a_quick_pulse_alive()
    {
        Beat(0.2);
        var reports = 0;
        using var daily = clock.CreateTimer(_ => reports++, null, TimeSpan.FromDays(1), TimeSpan.FromDays(1));

        await clock.AdvanceAsync(TimeSpan.FromDays(3650));

        reports.ShouldBe(3650);
    }

    private ITimer Beat(double period) => clock.CreatePulse(() => diary.Note("beat"), TimeSpan.FromSeconds(period));
}
