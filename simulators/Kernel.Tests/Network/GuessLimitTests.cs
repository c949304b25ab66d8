using PairingLab.Kernel.Network;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.Network;

/// <summary>How often a code may be guessed.</summary>
public sealed class GuessLimitTests
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private readonly SteppedClock clock = new();
    private readonly GuessLimit limit;

    public GuessLimitTests() => limit = new(clock, Quarter);

    [Fact]
    public async Task The_wait_doubles_with_each_wrong_guess_after_the_free_ones_and_ends_on_time()
    {
        Guess(2);
        foreach (var wait in new[] { 15, 30, 60, 120, 240, 480, 960, 1440, 1440 }.Select(m => TimeSpan.FromMinutes(m)))
        {
            limit.Take(out _, ("a", 3)).ShouldBeNull();
            limit.Take(out _, ("a", 3)).ShouldBe(wait);
            await clock.AdvanceAsync(wait - TimeSpan.FromTicks(1));
            limit.Take(out _, ("a", 3)).ShouldBe(TimeSpan.FromTicks(1));
            await clock.AdvanceAsync(TimeSpan.FromTicks(1));
        }
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task Wrong_guesses_before_the_first_wait_are_forgotten_after_as_long(int ticks, bool isCounted)
    {
        Guess(2);
        await clock.AdvanceAsync(Quarter + TimeSpan.FromTicks(ticks));
        Guess(1);
        (limit.Take(out _, ("a", 3)) is not null).ShouldBe(isCounted);
    }

    [Theory]
    [InlineData(-1, 30.0)]
    [InlineData(0, null)]
    public async Task A_guesser_that_had_to_wait_is_remembered_for_a_day_after_it(int ticks, double? minutes)
    {
        Guess(3);
        await clock.AdvanceAsync(Quarter + TimeSpan.FromDays(1) + TimeSpan.FromTicks(ticks));
        Guess(1);
        (limit.Take(out _, ("a", 3))?.TotalMinutes).ShouldBe(minutes);
    }

    [Fact]
    public void A_right_guess_counts_for_nobody()
    {
        for (var i = 0; i < 10; i++)
        {
            limit.Take(out var right, ("a", 3)).ShouldBeNull();
            limit.TakeBack(right);
        }
    }

    [Fact]
    public void A_right_guess_does_not_wash_away_the_wrong_ones()
    {
        Guess(2);
        limit.Take(out var right, ("a", 3)).ShouldBeNull();
        limit.TakeBack(right);
        Guess(1);
        limit.Take(out _, ("a", 3)).ShouldBe(Quarter);
    }

    [Fact]
    public async Task A_right_guess_ends_no_wait_that_another_one_has_brought()
    {
        limit.Take(out var right, ("a", 3)).ShouldBeNull();
        Guess(2);
        await clock.AdvanceAsync(Quarter);
        Guess(1);
        limit.TakeBack(right);
        limit.Take(out _, ("a", 3)).ShouldBe(2 * Quarter);
    }

    [Fact]
    public void A_right_guess_of_an_earlier_secret_ends_no_wait_for_the_new_one()
    {
        limit.Take(out var right, ("a", 3)).ShouldBeNull();
        limit.Forget("a");
        Guess(3);
        limit.TakeBack(right);
        limit.Take(out _, ("a", 3)).ShouldBe(Quarter);
    }

    [Fact]
    public void A_wait_for_which_a_right_guess_was_counted_ends_with_it()
    {
        limit.Take(out var right, ("a", 3)).ShouldBeNull();
        Guess(2);
        limit.TakeBack(right);
        limit.Take(out _, ("a", 3)).ShouldBeNull();
    }

    [Fact]
    public void A_hundred_guesses_at_the_same_time_are_a_hundred()
    {
        var heard = 0;
        Parallel.For(0, 100, (_, _) =>
        {
            if (limit.Take(out _, ("a", 3)) is null)
            {
                Interlocked.Increment(ref heard);
            }
        });
        heard.ShouldBe(3);
    }

    [Fact]
    public void A_guess_during_the_wait_is_refused_for_all_its_keys_and_is_not_counted_again()
    {
        Guess(3);
        limit.Take(out _, ("a", 3), ("b", 1)).ShouldBe(Quarter);
        limit.Take(out _, ("b", 1)).ShouldBeNull();
    }

    [Fact]
    public void A_new_secret_begins_anew()
    {
        Guess(3);
        limit.Forget("a");
        limit.Take(out _, ("a", 3)).ShouldBeNull();
    }

    private void Guess(int times)
    {
        for (var i = 0; i < times; i++)
        {
            limit.Take(out _, ("a", 3)).ShouldBeNull();
        }
    }
}
