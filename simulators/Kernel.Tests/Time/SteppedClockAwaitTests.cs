using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.Time;

/// <summary>Straight-line code that awaits the clock runs at the right times too.</summary>
public sealed class SteppedClockAwaitTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly SteppedClock clock = new();
    private readonly Diary diary;

    public SteppedClockAwaitTests() => diary = new(clock);

    [Fact]
    public async Task What_awaits_a_delay_goes_on_at_its_end_before_later_timers_fire()
    {
        var work = DelayTwiceAsync();
        diary.Set("timer", 2.5);

        await diary.PassAsync(5);
        await work.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);

        diary.Lines.ShouldBe(["1 one", "2 two", "2.5 timer"]);
    }

    [Fact]
    public async Task A_periodic_timer_that_is_awaited_ticks_at_each_of_its_times()
    {
        var work = TickAsync(5);
        await diary.PassAsync(5);
        await work.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);

        diary.Lines.ShouldBe(["1 tick", "2 tick", "3 tick", "4 tick", "5 tick"]);
    }

    [Fact]
    public async Task A_cancellation_after_a_time_comes_at_that_time()
    {
        using var limit = new CancellationTokenSource(2 * Second, clock);
        limit.Token.Register(() => diary.Note("cancelled"));
        diary.Set("before", 1.9);
        diary.Set("after", 2.1);

        await diary.PassAsync(5);

        diary.Lines.ShouldBe(["1.9 before", "2 cancelled", "2.1 after"]);
    }

    [Fact]
    public async Task A_wait_with_a_limit_runs_out_in_lab_time()
    {
        var never = new TaskCompletionSource();
        var waiting = never.Task.WaitAsync(Second, clock);

        await clock.AdvanceAsync(Second - TimeSpan.FromTicks(1));
        waiting.IsCompleted.ShouldBeFalse();

        await clock.AdvanceAsync(TimeSpan.FromTicks(1));
        await Should.ThrowAsync<TimeoutException>(() => waiting);
    }

    private async Task DelayTwiceAsync()
    {
        await Task.Delay(Second, clock);
        diary.Note("one");
        await Task.Delay(Second, clock);
        diary.Note("two");
    }

    private async Task TickAsync(int times)
    {
        using var ticking = new PeriodicTimer(Second, clock);
        for (var i = 0; i < times; i++)
        {
            await ticking.WaitForNextTickAsync();
            diary.Note("tick");
        }
    }
}
