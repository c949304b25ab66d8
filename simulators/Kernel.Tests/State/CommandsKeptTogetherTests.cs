using PairingLab.Kernel.Store;

namespace PairingLab.Kernel.Tests.State;

/// <summary>Commands that wait for the disk at the same time go to it together, and each is answered as if it had gone alone.</summary>
public sealed class CommandsKeptTogetherTests : IDisposable
{
    private readonly Counting counting = new();

    public void Dispose()
    {
        counting.LetDiskGo();
        counting.Dispose();
    }

    [Fact]
    public void Alone_a_command_is_kept_and_answered_at_once()
    {
        var answer = counting.Aggregate.ExecuteAsync(_ => 1);

        answer.IsCompletedSuccessfully.ShouldBeTrue();
        counting.Log.ShouldBe(["kept 1", "told 1"]);
    }

    [Fact]
    public async Task Those_that_come_while_the_disk_writes_share_the_next_write_and_are_answered_after_it()
    {
        var first = counting.WhileDiskWrites(() => counting.Aggregate.ExecuteAsync(_ => 1));
        var others = Enumerable.Range(0, 20).Select(_ => counting.Aggregate.ExecuteAsync(_ => 1)).ToList();
        others.ShouldAllBe(o => !o.IsCompleted);
        counting.Aggregate.State.Value.ShouldBe(0, "nobody sees what is not kept");

        counting.LetDiskGo();
        await first.WaitAsync(Patience.Limit);
        await Task.WhenAll(others).WaitAsync(Patience.Limit);

        counting.Log.ShouldBe(["kept 1", "told 1", "kept 21", "told 21"]);
    }

    [Fact]
    public async Task Each_is_decided_on_what_those_before_it_have_brought()
    {
        var first = counting.WhileDiskWrites(() => counting.Aggregate.ExecuteAsync(_ => 1));
        var doubled = Enumerable.Range(0, 3).Select(_ => counting.Aggregate.ExecuteAsync(s => s.Value)).ToList();

        counting.LetDiskGo();
        await first.WaitAsync(Patience.Limit);
        await Task.WhenAll(doubled).WaitAsync(Patience.Limit);

        counting.Aggregate.State.Value.ShouldBe(8);
    }

    [Fact]
    public async Task One_that_can_not_be_decided_does_not_take_the_others_with_it()
    {
        var first = counting.WhileDiskWrites(() => counting.Aggregate.ExecuteAsync(_ => 1));
        var good = counting.Aggregate.ExecuteAsync(_ => 10);
        var bad = counting.Aggregate.ExecuteAsync(_ => throw new InvalidOperationException("a bug"));
        var good2 = counting.Aggregate.ExecuteAsync(_ => 100);

        counting.LetDiskGo();
        await first.WaitAsync(Patience.Limit);
        await Task.WhenAll(good, good2).WaitAsync(Patience.Limit);

        (await Should.ThrowAsync<InvalidOperationException>(bad)).Message.ShouldBe("a bug");
        counting.Aggregate.State.Value.ShouldBe(111);
    }

    [Fact]
    public async Task What_the_disk_did_not_take_has_not_happened_and_everybody_is_told()
    {
        var first = counting.WhileDiskWrites(() => counting.Aggregate.ExecuteAsync(_ => 1));
        var others = Enumerable.Range(0, 3).Select(_ => counting.Aggregate.ExecuteAsync(_ => 1)).ToList();
        counting.DiskIsFull = true;

        counting.LetDiskGo();
        foreach (var one in others.Prepend(first))
        {
            await Should.ThrowAsync<StoreException>(() => one.WaitAsync(Patience.Limit));
        }

        counting.Aggregate.State.Value.ShouldBe(0);
        counting.DiskIsFull = false;
        await counting.Aggregate.ExecuteAsync(_ => 5).WaitAsync(Patience.Limit);
        counting.Aggregate.State.Value.ShouldBe(5);
    }

    [Fact]
    public async Task Of_many_at_once_none_is_lost()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                await counting.Aggregate.ExecuteAsync(_ => 1);
            }
        }))).WaitAsync(Patience.Limit);

        counting.Aggregate.State.Value.ShouldBe(4000);
    }
}
