using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.Time;

/// <summary>Somebody listens to a pulse every 5 s, and takes it for gone after 15 s of silence.</summary>
public sealed class SilenceTests
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly SteppedClock clock = new();
    private readonly Diary diary;
    private readonly Listener ear;
    private readonly ITimer beat;
    private int beats;

    public SilenceTests()
    {
        diary = new(clock);
        ear = new(clock, diary);
        beat = clock.CreatePulse(
            () =>
            {
                beats++;
                ear.Hear();
            },
            Period);
    }

    [Fact]
    public async Task A_listener_that_hears_everything_does_not_keep_a_jump_from_skipping_beats()
    {
        await diary.PassAsync(20);

        await clock.AdvanceAsync(TimeSpan.FromDays(365));

        beats.ShouldBeLessThan(20);
        diary.Lines.ShouldBeEmpty();
        ear.LastHeard.ShouldBe(clock.GetUtcNow());
    }

    [Fact]
    public async Task A_listener_learns_of_a_silence_that_began_before_a_jump_when_it_is_due()
    {
        await diary.PassAsync(20);
        beat.Dispose();

        await clock.AdvanceAsync(TimeSpan.FromDays(365));

        diary.Lines.ShouldBe(["35 silent"]);
    }

    [Fact]
    public async Task A_listener_learns_of_a_silence_that_begins_in_a_jump_when_it_is_due()
    {
        await diary.PassAsync(20);
        diary.Set("pulled out", 99_981, then: beat.Dispose);

        await clock.AdvanceAsync(TimeSpan.FromDays(365));

        diary.Lines.ShouldBe(["100001 pulled out", "100015 silent"]);
        beats.ShouldBeLessThan(20);
    }

    /// <summary>What is answered to it may be the end of it, which only the next one shows.</summary>
    [Fact]
    public async Task One_beat_is_no_proof_that_others_follow()
    {
        await diary.PassAsync(20);
        ear.Heard += () =>
        {
            if (beats == 5)
            {
                beat.Dispose();
            }
        };

        await clock.AdvanceAsync(TimeSpan.FromDays(365));

        diary.Lines.ShouldBe(["40 silent"]);
    }

    [Fact]
    public async Task A_listener_that_hears_nobody_keeps_nothing()
    {
        beat.Dispose();

        await clock.AdvanceAsync(TimeSpan.FromDays(365));

        diary.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_short_step_nothing_is_skipped()
    {
        await diary.PassAsync(50);

        beats.ShouldBe(10);
        ear.Skipped.ShouldBe(TimeSpan.Zero);
    }

    private sealed class Listener : IListener
    {
        private readonly SteppedClock clock;
        private readonly Diary diary;
        private readonly ITimer timer;

        public Listener(SteppedClock clock, Diary diary)
        {
            (this.clock, this.diary) = (clock, diary);
            timer = clock.CreateSilenceTimer(this);
        }

        public event Action? Heard;

        public DateTimeOffset? LastHeard { get; private set; }

        public TimeSpan Skipped { get; private set; }

        public void Hear()
        {
            Expect(clock.GetUtcNow());
            Heard?.Invoke();
        }

        public bool HasHeardAllSince(DateTimeOffset time) => !(LastHeard <= time);

        public void Skip(TimeSpan span)
        {
            Skipped += span;
            Expect(LastHeard!.Value + span);
        }

        public void FallSilent()
        {
            LastHeard = null;
            diary.Note("silent");
        }

        private void Expect(DateTimeOffset heard)
        {
            LastHeard = heard;
            timer.Change(heard + (3 * Period) - clock.GetUtcNow(), Timeout.InfiniteTimeSpan);
        }
    }
}
