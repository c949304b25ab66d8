using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.Time;

public sealed class ClockHoldTests
{
    private readonly SteppedClock clock = new() { StuckAfter = TimeSpan.FromMilliseconds(50) };

    [Fact]
    public async Task The_clock_does_not_move_while_something_holds_it()
    {
        var patient = new SteppedClock();
        var start = patient.GetUtcNow();
        var fired = false;
        using var timer = patient.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        var hold = patient.Hold("a request");

        var advance = patient.AdvanceAsync(TimeSpan.FromSeconds(1));
        (advance.IsCompleted, fired, patient.GetUtcNow()).ShouldBe((false, false, start));

        hold.Dispose();
        await advance;
        fired.ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_timer_starts_and_holds_is_over_before_the_next_timer_fires()
    {
        var patient = new SteppedClock();
        var diary = new Diary(patient);
        diary.Set("ask", 1, then: () => Answer(patient.Hold("an answer"), () => diary.Note("answered")));
        diary.Set("next", 1.001);

        await diary.PassAsync(5);

        diary.Lines.ShouldBe(["1 ask", "1 answered", "1.001 next"]);
    }

    [Fact]
    public async Task Work_that_hands_its_hold_on_keeps_the_clock_to_the_end()
    {
        for (var round = 0; round < 200; round++)
        {
            var patient = new SteppedClock();
            var diary = new Diary(patient);
            diary.Set("ask", 1, then: () => Relay(patient, diary, 20));
            diary.Set("next", 2);

            await diary.PassAsync(2);

            diary.Lines.ShouldBe(["1 ask", "1 done", "2 next"]);
        }
    }

    [Fact]
    public async Task A_hold_that_never_ends_is_named()
    {
        using var one = clock.Hold("pos-1: Pair POS");

        var stuck = await Should.ThrowAsync<TimeoutException>(() => clock.AdvanceAsync(TimeSpan.FromSeconds(1)));

        stuck.Message.ShouldBe("the lab clock can't move on: still under way after 0.05 s: pos-1: Pair POS");
    }

    [Fact]
    public async Task Once_the_hold_is_gone_a_stuck_clock_moves_again()
    {
        var start = clock.GetUtcNow();
        using (clock.Hold("slow"))
        {
            await Should.ThrowAsync<TimeoutException>(() => clock.AdvanceAsync(TimeSpan.FromSeconds(1)));
        }

        await clock.AdvanceAsync(TimeSpan.FromSeconds(1));

        clock.GetUtcNow().ShouldBe(start.AddSeconds(1));
    }

    [Fact]
    public async Task An_advance_that_is_called_off_lets_the_next_one_through()
    {
        using var calledOff = new CancellationTokenSource();
        var hold = clock.Hold("slow");
        var advance = clock.AdvanceAsync(TimeSpan.FromSeconds(1), calledOff.Token);

        await calledOff.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => advance);
        hold.Dispose();

        await clock.AdvanceAsync(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_hold_that_is_let_go_twice_lets_go_of_itself_only()
    {
        var mine = clock.Hold("mine");
        using var other = clock.Hold("other");
        mine.Dispose();
        mine.Dispose();

        (await Should.ThrowAsync<TimeoutException>(() => clock.AdvanceAsync(TimeSpan.Zero))).Message.ShouldEndWith(": other");
    }

    private static void Answer(IDisposable hold, Action answer) => _ = Task.Run(async () =>
    {
        using (hold)
        {
            await Task.Yield();
            answer();
        }
    });

    /// <summary>Each leg takes its own hold before the one before it lets go.</summary>
    private static void Relay(SteppedClock clock, Diary diary, int legs)
    {
        var hold = clock.Hold($"leg {legs}");
        _ = Task.Run(() =>
        {
            using (hold)
            {
                if (legs == 0)
                {
                    diary.Note("done");
                }
                else
                {
                    Relay(clock, diary, legs - 1);
                }
            }
        });
    }
}
