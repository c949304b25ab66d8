using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Store;

namespace PairingLab.AccessControl.Tests.Statements;

/// <summary>On SQLite a work is answered when it is on the disk, and the next ones are done meanwhile.</summary>
public sealed class CommitFlusherTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("pairinglab-log-").FullName;
    private readonly SemaphoreSlim flushing = new(0);
    private readonly SemaphoreSlim flushed = new(0);
    private SqliteDatabase database = null!;
    private volatile bool isBroken;
    private int flushes;

    public ValueTask InitializeAsync()
    {
        database = SqliteDatabase.Open(folder, _ =>
        {
            flushes++;
            flushing.Release();
            flushed.Wait();
            if (isBroken)
            {
                throw new IOException("the disk is broken");
            }
        });
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        flushed.Release(100);
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        flushing.Dispose();
        flushed.Dispose();
    }

    [Fact]
    public async Task Nothing_is_answered_before_it_is_on_the_disk_nor_what_was_read_of_it()
    {
        var written = AddAsync("one");
        await FlushingAsync();
        var runs = new TaskCompletionSource();
        var read = database.RunAsync(s =>
        {
            runs.SetResult();
            return s.Find<string>("select value from facts where name = 'one'");
        });
        await runs.Task.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
        (written.IsCompleted, read.IsCompleted).ShouldBe((false, false));

        flushed.Release();
        (await written).ShouldBe(1);
        (await read).ShouldBe("1");
        flushes.ShouldBe(1, "to have read is nothing to bring to the disk");
    }

    [Fact]
    public async Task Those_that_come_while_the_disk_is_busy_go_to_it_together()
    {
        var first = AddAsync("first");
        await FlushingAsync();
        var others = Enumerable.Range(0, 20).Select(i => AddAsync($"{i}")).ToList();
        flushed.Release();
        await first;
        await FlushingAsync();
        flushed.Release();
        (await Task.WhenAll(others)).Sum().ShouldBe(20);
        flushes.ShouldBe(2);
    }

    [Fact]
    public async Task After_the_disk_failed_nothing_is_done_any_more()
    {
        isBroken = true;
        flushed.Release();
        (await Should.ThrowAsync<StoreException>(AddAsync("one"))).Message.ShouldContain("the disk is broken");
        isBroken = false;
        flushed.Release();
        await Should.ThrowAsync<StoreException>(AddAsync("two"));
        flushes.ShouldBe(1);
    }

    private Task<int> AddAsync(string name) =>
        database.RunAsync(s => s.Execute("insert into facts (name, value) values (@name, '1')", new { name }));

    private async Task FlushingAsync() =>
        (await flushing.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue("nothing went to the disk within 10 s");
}
