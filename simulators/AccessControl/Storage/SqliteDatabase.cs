using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using PairingLab.Kernel.Store;

namespace PairingLab.AccessControl.Storage;

/// <summary>
/// MACS on SQLite: one connection, worked by one thread. Transactions that wait for the disk at the same time go to it together, so
/// that a hundred of them cost one write; each still succeeds or fails by itself.
/// </summary>
public sealed class SqliteDatabase : IMacsDatabase
{
    private const string FileName = "access-control.db";

    /// <summary>So many at most share a commit: more would only make the first ones wait.</summary>
    private const int MostTogether = 64;

    private readonly BlockingCollection<SqliteWork> queue = [];
    private readonly SqliteConnection connection;
    private readonly PreparedConnection prepared;
    private readonly MacsSession session;
    private readonly Thread worker;
    private readonly string name;

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

    private SqliteDatabase(string source)
    {
        name = source;
        connection = new(new SqliteConnectionStringBuilder { DataSource = source, Pooling = false, DefaultTimeout = 1 }.ToString());
        connection.Open();
        prepared = new(connection);
        session = new(prepared, null, locksRows: false);

        // Exclusive: a second lab on the same folder is told at once instead of counting the same entries.
        session.Query<string>("pragma locking_mode = exclusive");
        session.Query<string>("pragma journal_mode = wal");
        session.Execute("pragma synchronous = full; pragma foreign_keys = on; begin immediate");
        Migrations.Apply(session, isPostgres: false);
        session.Execute("commit");
        worker = new(Work) { IsBackground = true, Name = "MACS database" };
        worker.Start();
    }

    /// <summary>Opens or makes the file in a folder; without one, a database in memory.</summary>
    /// <exception cref="StoreException">The file can't be used, or another lab has it open.</exception>
    public static SqliteDatabase Open(string? folder)
    {
        var source = folder is null ? ":memory:" : Path.Combine(folder, FileName);
        try
        {
            if (folder is not null)
            {
                Directory.CreateDirectory(folder);
            }

            return new(source);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw Explain(source, e);
        }
    }

    /// <inheritdoc />
    public Task<T> RunAsync<T>(Func<MacsSession, T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        T result = default!;
        queue.Add(new(s => result = work(s), e => Settle(done, result, e is SqliteException ? Explain(name, e) : e)));
        return done.Task;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        queue.CompleteAdding();
        worker.Join();
        prepared.Dispose();
        queue.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void Settle<T>(TaskCompletionSource<T> done, T result, Exception? trouble)
    {
        if (trouble is null)
        {
            done.SetResult(result);
        }
        else
        {
            done.SetException(trouble);
        }
    }

    private void Work()
    {
        var batch = new List<SqliteWork>(MostTogether);
        foreach (var first in queue.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < MostTogether && queue.TryTake(out var next))
            {
                batch.Add(next);
            }

            RunTogether(batch);
            batch.Clear();
        }
    }

    /// <summary>One that fails takes the others' changes with it: they run again, each by itself.</summary>
    private void RunTogether(List<SqliteWork> batch)
    {
        var failure = Try(batch);
        if (failure is not null && batch.Count > 1)
        {
            batch.ForEach(work => work.Settle(Try([work])));
        }
        else
        {
            batch.ForEach(work => work.Settle(failure));
        }
    }

    /// <summary>Does the works in one transaction. Null when they are on the disk; else nothing of them is, and why.</summary>
    private Exception? Try(List<SqliteWork> batch)
    {
        try
        {
            session.Execute("begin immediate");
            foreach (var work in batch)
            {
                work.Run(session);
            }

            session.Execute("commit");
            return null;
        }
        catch (Exception e)
        {
            RollBack();
            return e;
        }
    }

    /// <summary>A full disk has made SQLite roll back by itself already.</summary>
    private void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            session.Execute("rollback");
        }
    }

    private static StoreException Explain(string file, Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 } => new($"{file}: another lab has it open; stop that one, or give this one its own folder with --data", e),
        SqliteException { SqliteErrorCode: 13 } => new($"{file}: the disk is full; nothing was changed; make room and try again", e),
        _ => new($"{file}: can't be used ({e.Message}); is the folder there and may this user write in it?", e),
    };
}
