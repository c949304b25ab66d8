using PairingLab.Kernel.Store;

namespace PairingLab.Kernel.Tests.State;

public sealed class AggregateTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Counting counting = new();

    public void Dispose() => counting.Dispose();

    [Fact]
    public void Events_are_kept_before_anybody_is_told()
    {
        counting.Aggregate.Execute(_ => 1);

        counting.Log.ShouldBe(["kept 1", "told 1"]);
    }

    [Fact]
    public void A_command_is_made_from_the_present_state()
    {
        counting.Aggregate.Execute(_ => 2);
        counting.Aggregate.Execute(s => s.Value * 10);

        counting.Aggregate.State.Value.ShouldBe(22);
    }

    [Fact]
    public void What_can_not_be_kept_has_not_happened()
    {
        counting.Aggregate.Execute(_ => 1);
        counting.DiskIsFull = true;

        Should.Throw<StoreException>(() => counting.Aggregate.Execute(_ => 5));

        counting.Aggregate.State.Value.ShouldBe(1);
        counting.Log.ShouldBe(["kept 1", "told 1"]);
    }

    [Fact]
    public void A_command_that_brings_nothing_is_neither_kept_nor_told()
    {
        counting.Aggregate.Execute(_ => 0).ShouldBeEmpty();

        counting.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task Time_wakes_it_exactly_at_each_next_deadline()
    {
        await counting.Clock.AdvanceAsync(Minute - TimeSpan.FromTicks(1));
        counting.Aggregate.State.Value.ShouldBe(0);

        await counting.Clock.AdvanceAsync(TimeSpan.FromTicks(1));
        counting.Aggregate.State.Value.ShouldBe(100);

        await counting.Clock.AdvanceAsync(100 * Minute);
        counting.Aggregate.State.Value.ShouldBe(1000);
    }

    /// <summary>Nobody waits for what time brings: without another try the deadline would be lost.</summary>
    [Fact]
    public async Task A_deadline_that_can_not_be_kept_is_tried_again()
    {
        counting.DiskIsFull = true;
        await counting.Clock.AdvanceAsync(3 * Minute);
        counting.Aggregate.State.Value.ShouldBe(0);

        counting.DiskIsFull = false;
        await counting.Clock.AdvanceAsync(Minute);

        counting.Aggregate.State.Value.ShouldBe(100);
    }

    [Fact]
    public void Who_is_told_may_give_another_command()
    {
        counting.Aggregate.Happened += (state, _) =>
        {
            if (state.Value == 1)
            {
                counting.Aggregate.Execute(_ => 10);
            }
        };

        counting.Aggregate.Execute(_ => 1);

        counting.Aggregate.State.Value.ShouldBe(11);
        counting.Log.ShouldBe(["kept 1", "told 1", "kept 11", "told 11"]);
    }

    [Fact]
    public async Task Commands_of_many_threads_are_all_decided_one_after_the_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                counting.Aggregate.Execute(_ => 1);
            }
        })));

        counting.Aggregate.State.Value.ShouldBe(4000);
    }

    [Fact]
    public async Task Once_it_has_ended_nothing_reaches_it()
    {
        counting.Aggregate.Dispose();

        counting.Aggregate.Execute(_ => 1).ShouldBeEmpty();
        await counting.Clock.AdvanceAsync(10 * Minute);

        counting.Aggregate.State.Value.ShouldBe(0);
    }
}
