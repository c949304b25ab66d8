using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.Time;

public sealed class SteppedClockTests
{
    private readonly SteppedClock clock = new();
    private readonly Diary diary;

    public SteppedClockTests() => diary = new(clock);

    [Fact]
    public async Task Timers_fire_in_the_order_of_their_due_times_each_at_its_own_time()
    {
        diary.Set("c", 3);
        diary.Set("a", 1);
        diary.Set("b", 2);

        await diary.PassAsync(10);

        diary.Lines.ShouldBe(["1 a", "2 b", "3 c"]);
    }

    [Fact]
    public async Task Equal_due_times_fire_in_the_order_in_which_they_were_set()
    {
        var first = diary.Set("first", 1);
        diary.Set("second", 1);
        diary.Set("third", 1);
        first.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        await diary.PassAsync(1);

        diary.Lines.ShouldBe(["1 second", "1 third", "1 first"]);
    }

    [Fact]
    public async Task A_timer_fires_exactly_at_its_end_and_not_before()
    {
        diary.Set("a", 2);

        await clock.AdvanceAsync(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        diary.Lines.ShouldBeEmpty();

        await clock.AdvanceAsync(TimeSpan.FromTicks(1));
        diary.Lines.ShouldBe(["2 a"]);
    }

    [Fact]
    public async Task A_timer_due_at_once_waits_for_the_clock_to_be_advanced()
    {
        diary.Set("a", 0);
        diary.Lines.ShouldBeEmpty();

        await diary.PassAsync(0);

        diary.Lines.ShouldBe(["0 a"]);
    }

    [Fact]
    public async Task A_periodic_timer_fires_at_each_of_its_times()
    {
        diary.Set("p", 1, period: 2);

        await diary.PassAsync(6);
        await diary.PassAsync(1);

        diary.Lines.ShouldBe(["1 p", "3 p", "5 p", "7 p"]);
    }

    [Fact]
    public async Task A_timer_that_a_callback_sets_fires_within_the_same_advance()
    {
        diary.Set("a", 1, then: () => diary.Set("b", 1, then: () => diary.Set("c", 0)));
        diary.Set("late", 2.5);

        await diary.PassAsync(3);

        diary.Lines.ShouldBe(["1 a", "2 b", "2 c", "2.5 late"]);
    }

    [Fact]
    public async Task After_an_advance_the_clock_stands_at_its_target()
    {
        var start = clock.GetUtcNow();
        diary.Set("a", 1);

        await diary.PassAsync(5);

        clock.GetUtcNow().ShouldBe(start.AddSeconds(5));
        clock.GetElapsedTime(start.UtcTicks).ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Advances_at_the_same_time_are_served_one_after_the_other()
    {
        var start = clock.GetUtcNow();
        diary.Set("p", 1, period: 1);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => diary.PassAsync(1))));

        clock.GetUtcNow().ShouldBe(start.AddSeconds(50));
        diary.Lines.ShouldBe(Enumerable.Range(1, 50).Select(i => $"{i} p"));
    }

    [Fact]
    public async Task An_advance_that_a_callback_asks_for_comes_after_the_one_under_way()
    {
        var inner = Task.CompletedTask;
        diary.Set("a", 1, then: () => inner = diary.PassAsync(10));
        diary.Set("b", 2);
        diary.Set("c", 7);

        await diary.PassAsync(5);
        await inner;

        diary.Lines.ShouldBe(["1 a", "2 b", "7 c"]);
    }

    [Fact]
    public async Task What_a_callback_throws_comes_to_the_caller_that_advances_and_the_clock_goes_on_afterwards()
    {
        diary.Set("bad", 1, then: () => throw new InvalidOperationException("a bug"));
        diary.Set("good", 2);

        (await Should.ThrowAsync<InvalidOperationException>(() => diary.PassAsync(5))).Message.ShouldBe("a bug");
        await diary.PassAsync(5);

        diary.Lines.ShouldBe(["1 bad", "2 good"]);
    }

    [Fact]
    public async Task Time_does_not_go_back_nor_beyond_its_end()
    {
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => diary.PassAsync(-1));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => clock.AdvanceAsync(TimeSpan.MaxValue));

        await diary.PassAsync(1);
    }

    [Fact]
    public async Task A_timer_beyond_the_end_of_time_never_fires()
    {
        using var timer = clock.CreateTimer(_ => diary.Note("never"), null, TimeSpan.MaxValue, Timeout.InfiniteTimeSpan);

        await clock.AdvanceAsync(TimeSpan.FromDays(365_000));

        diary.Lines.ShouldBeEmpty();
    }
}
