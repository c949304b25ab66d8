using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.Time;

public sealed class SteppedTimerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly SteppedClock clock = new();
    private readonly Diary diary;

    public SteppedTimerTests() => diary = new(clock);

    [Fact]
    public async Task A_changed_timer_fires_at_its_new_time_only()
    {
        var timer = diary.Set("a", 1, period: 1);
        timer.Change(3 * Second, Timeout.InfiniteTimeSpan).ShouldBeTrue();

        await diary.PassAsync(10);

        diary.Lines.ShouldBe(["3 a"]);
    }

    [Fact]
    public async Task A_timer_that_its_own_callback_changes_fires_as_changed()
    {
        ITimer? timer = null;
        timer = diary.Set("a", 1, period: 1, then: () => timer!.Change(4 * Second, 2 * Second));

        await diary.PassAsync(10);

        diary.Lines.ShouldBe(["1 a", "5 a", "9 a"]);
    }

    [Fact]
    public async Task A_timer_that_its_own_callback_stops_has_fired_once()
    {
        ITimer? timer = null;
        timer = diary.Set("a", 1, period: 1, then: () => timer!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));

        await diary.PassAsync(10);

        diary.Lines.ShouldBe(["1 a"]);
    }

    [Fact]
    public async Task A_callback_that_disposes_another_timer_due_at_the_same_time_keeps_it_from_firing()
    {
        ITimer? other = null;
        diary.Set("a", 1, then: () => other!.Dispose());
        other = diary.Set("b", 1);

        await diary.PassAsync(10);

        diary.Lines.ShouldBe(["1 a"]);
    }

    [Fact]
    public async Task A_disposed_timer_can_not_be_set_again()
    {
        var timer = diary.Set("a", 1, period: 1);
        await timer.DisposeAsync();

        timer.Change(Second, Second).ShouldBeFalse();
        await diary.PassAsync(10);

        diary.Lines.ShouldBeEmpty();
    }

    /// <summary>A half-done change by two threads at once would leave a timer that fires once and then no more.</summary>
    [Fact]
    public async Task Whichever_of_two_changes_at_once_wins_it_wins_whole()
    {
        for (var round = 0; round < 2000; round++)
        {
            var fired = 0;
            using var timer = clock.CreateTimer(_ => fired++, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            using var together = new Barrier(2);
            await Task.WhenAll(
                Task.Run(() => ChangeWith(together, timer, Second)),
                Task.Run(() => ChangeWith(together, timer, Timeout.InfiniteTimeSpan)));

            await clock.AdvanceAsync(3 * Second);

            fired.ShouldBeOneOf(0, 3);
        }
    }

    private static void ChangeWith(Barrier together, ITimer timer, TimeSpan span)
    {
        together.SignalAndWait();
        timer.Change(span, span);
    }
}
