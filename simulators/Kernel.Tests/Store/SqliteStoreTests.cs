using Dapper;
using Microsoft.Data.Sqlite;
using PairingLab.Kernel.Store;

namespace PairingLab.Kernel.Tests.Store;

public sealed class SqliteStoreTests : LabStoreTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("lab-store-").FullName;
    private ILabStore store;

    public SqliteStoreTests() => store = new SqliteStore(folder);

    protected override ILabStore Store => store;

    private string DatabaseFile => Path.Combine(folder, "lab.db");

    [Fact]
    public void What_was_saved_is_there_after_the_store_was_closed_and_opened()
    {
        Store.Save(("a", "one"));
        Reopen();

        Store.Read("a").ShouldBe("one");
    }

    [Fact]
    public void What_was_saved_is_there_after_a_kill()
    {
        Store.Save(("a", "one"));
        var copy = Directory.CreateTempSubdirectory("lab-store-").FullName;
        foreach (var file in Directory.GetFiles(folder).Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        // The files as they stand, of a store that nobody closed.
        using var after = new SqliteStore(copy);
        after.Read("a").ShouldBe("one");
    }

    [Fact]
    public void A_batch_is_written_whole_or_not_at_all()
    {
        Store.Save(("a", "one"));

        Should.Throw<Exception>(() => Store.Save(("a", "two"), (null!, "no key")));

        Store.Read("a").ShouldBe("one");
        Store.Save(("b", "still works"));
    }

    [Fact]
    public void A_second_lab_on_the_same_folder_is_soon_told_so()
    {
        var started = TimeProvider.System.GetTimestamp();
        var refused = Should.Throw<StoreException>(() => new SqliteStore(folder));
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(20));

        refused.Message.ShouldBe($"{DatabaseFile}: another lab has it open; stop that one, or give this one its own folder with --data");
    }

    [Fact]
    public void A_file_of_a_newer_version_is_refused_by_name()
    {
        Close();
        using (var newer = new SqliteConnection($"Data Source={DatabaseFile};Pooling=false"))
        {
            newer.Open();
            newer.Execute("pragma user_version = 2");
        }

        Should.Throw<StoreException>(() => new SqliteStore(folder)).Message.ShouldBe(
            $"{DatabaseFile}: written by a newer version of this program (format 2, this one knows 1); "
            + "start that version, or give the lab another folder with --data");
    }

    [Fact]
    public void A_file_that_is_no_database_is_named_and_left_alone()
    {
        Close();
        File.WriteAllText(DatabaseFile, new string('?', 5000));

        Should.Throw<StoreException>(() => new SqliteStore(folder)).Message.ShouldStartWith($"{DatabaseFile}: no sound database");

        File.ReadAllText(DatabaseFile).ShouldBe(new string('?', 5000));
    }

    [Fact]
    public void A_damaged_database_is_named_and_let_go()
    {
        Store.Save([.. Enumerable.Range(0, 500).Select(i => ($"key {i}", (string?)new string('x', 300)))]);
        Close();
        var bytes = File.ReadAllBytes(DatabaseFile);
        bytes.AsSpan(4096, bytes.Length - 4096).Fill(0xA5);
        File.WriteAllBytes(DatabaseFile, bytes);

        Should.Throw<StoreException>(() => new SqliteStore(folder)).Message.ShouldStartWith(DatabaseFile);

        File.Delete(DatabaseFile);
        store = new SqliteStore(folder);
        store.ReadAll("").ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_can_not_be_made_is_named()
    {
        var inAFile = Path.Combine(DatabaseFile, "below");

        Should.Throw<StoreException>(() => new SqliteStore(inAFile)).Message.ShouldStartWith(Path.Combine(inAFile, "lab.db"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Directory.Delete(folder, recursive: true);
    }

    private void Close() => store.Dispose();

    private void Reopen()
    {
        Close();
        store = new SqliteStore(folder);
    }
}
