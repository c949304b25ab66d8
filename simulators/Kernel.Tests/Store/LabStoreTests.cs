using PairingLab.Kernel.Store;

namespace PairingLab.Kernel.Tests.Store;

/// <summary>What every store must do.</summary>
public abstract class LabStoreTests : IDisposable
{
    /// <summary>The store under test.</summary>
    protected abstract ILabStore Store { get; }

    [Fact]
    public void What_was_saved_is_read()
    {
        Store.Save(("a", "one"), ("b", "zwei – 二 – 🗝"));
        Store.Save(("a", "two"));

        Store.Read("a").ShouldBe("two");
        Store.Read("b").ShouldBe("zwei – 二 – 🗝");
        Store.Read("c").ShouldBeNull();
    }

    [Fact]
    public void Null_removes_a_document()
    {
        Store.Save(("a", "one"));
        Store.Save(("a", null), ("never", null));

        Store.Read("a").ShouldBeNull();
    }

    [Fact]
    public void Documents_are_listed_by_the_beginning_of_their_keys_and_in_order()
    {
        Store.Save(("x/2", "b"), ("x/1", "a"), ("X/1", "no"), ("x%", "no"), ("y/1", "no"));

        Store.ReadAll("x/").ShouldBe([new("x/1", "a"), new("x/2", "b")]);
        Store.ReadAll("").Count.ShouldBe(5);
    }

    [Fact]
    public void A_large_document_is_kept_whole()
    {
        var large = new string('x', 2_000_000);
        Store.Save(("a", large));

        Store.Read("a").ShouldBe(large);
    }

    [Fact]
    public async Task Many_may_save_and_read_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() =>
        {
            for (var n = 0; n < 25; n++)
            {
                Store.Save(($"{i}/{n}", "x"));
                Store.ReadAll($"{i}/").Count.ShouldBe(n + 1);
            }
        })));

        Store.ReadAll("").Count.ShouldBe(100);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Store.Dispose();
}
