using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;
using PairingLab.Kernel.Store;

namespace PairingLab.AccessControl.Storage;

/// <summary>
/// MACS on SQLite: one connection, used by one thread. Transactions that wait at the same time run as one SQLite transaction and are
/// flushed together while the next ones run, so that a hundred of them cost one write; each still succeeds or fails by itself.
/// </summary>
public sealed class SqliteDatabase : IMacsDatabase
{
    private const string FileName = "access-control.db";

    /// <summary>The most transactions that share a commit: more would only make the first ones wait.</summary>
    private const int MostTogether = 64;

    /// <summary>
    /// The cache is 64 MB, because writes to the indexes of operations are scattered. The log grows to 64 MB before a checkpoint, so that a
    /// page that changes with every entry is written to the database once and not a hundred times.
    /// </summary>
    private const string Tuning = "pragma cache_size = -65536; pragma wal_autocheckpoint = 16000";

    private readonly WorkQueue queue = new();
    private readonly SqliteConnection connection;
    private readonly PreparedConnection prepared;
    private readonly SqliteStatements statements;
    private readonly MacsSession session;
    private readonly CommitFlusher? log;
    private readonly Thread worker;
    private readonly string name;
    private int changes;

    private SqliteDatabase(string source, bool isFile, Action<SafeFileHandle> flush)
    {
        name = source;
        connection = new(new SqliteConnectionStringBuilder { DataSource = source, Pooling = false, DefaultTimeout = 1 }.ToString());
        connection.Open();
        prepared = new(connection);
        statements = new(connection);
        session = new(prepared, null, locksRows: false, statements.Of);

        // Exclusive: a second lab on the same folder fails at once instead of counting the same entries.
        session.Query<string>("pragma locking_mode = exclusive");
        session.Query<string>("pragma journal_mode = wal");
        session.Execute($"pragma synchronous = full; pragma foreign_keys = on; {Tuning}; begin immediate");
        try
        {
            if (session.Find<string>("pragma quick_check(1)") is not "ok" and var trouble)
            {
                throw new StoreException($"the database is damaged ({trouble}); move the file away to start anew, or restore a copy");
            }

            Migrations.Apply(session, isPostgres: false);
        }
        catch (StoreException e)
        {
            connection.Dispose();
            throw new StoreException($"{source}: {e.Message}");
        }

        session.Execute("commit");

        // From here on SQLite flushes only what keeps the file consistent; the CommitFlusher flushes commits.
        session.Execute("pragma synchronous = normal");
        log = isFile ? new(source, flush, queue) : null;
        worker = new(Work) { IsBackground = true, Name = "MACS database" };
        worker.Start();
    }

    /// <summary>Opens or creates the file in a folder; without a folder, a database in memory.</summary>
    /// <exception cref="StoreException">The file can't be used, or another lab has it open.</exception>
    public static SqliteDatabase Open(string? folder) => Open(folder, RandomAccess.FlushToDisk);

    /// <summary>Whether a folder has the file.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Deletes the file in a folder; nobody may have it open.</summary>
    public static void Delete(string folder)
    {
        foreach (var file in (string[])[FileName, $"{FileName}-wal", $"{FileName}-shm"])
        {
            File.Delete(Path.Combine(folder, file));
        }
    }

    /// <summary>The same with another way to flush a file.</summary>
    internal static SqliteDatabase Open(string? folder, Action<SafeFileHandle> flush)
    {
        var source = folder is null ? ":memory:" : Path.Combine(folder, FileName);
        try
        {
            if (folder is not null)
            {
                PrivateFiles.MakeFolder(folder);
                PrivateFiles.MakeDatabase(source);
            }

            return new(source, folder is not null, flush);
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
        queue.Add(new(s => result = work(s), e => Settle(done, result, e is SqliteException or IOException ? Explain(name, e) : e)));
        return done.Task;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        queue.Close();
        worker.Join();
        log?.Dispose();
        statements.Dispose();
        prepared.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes a copy of what is in it now into another folder.</summary>
    public Task SaveAsync(string folder)
    {
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Add(new(_ => Copy(Path.Combine(folder, FileName)), e => Settle(done, true, e)) { IsAlone = true });
        return done.Task;
    }

    private void Copy(string file)
    {
        PrivateFiles.MakeDatabase(file);
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        copy.Open();
        connection.BackupDatabase(copy);
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
        while (queue.First() is { } first)
        {
            if (first.IsAlone)
            {
                RunAlone(first);
            }
            else
            {
                RunTogether([first], queue.Next);
            }
        }
    }

    private void RunAlone(SqliteWork work)
    {
        try
        {
            work.Run(session);
            work.Settle(null);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            work.Settle(Explain(name, e));
        }
    }

    /// <summary>A failure rolls back the whole batch, so each transaction runs again by itself.</summary>
    private void RunTogether(List<SqliteWork> batch, Func<SqliteWork?> more)
    {
        var failure = log?.Trouble ?? Try(batch, more);
        if (failure is null)
        {
            Settle(batch);
        }
        else if (batch.Count == 1)
        {
            batch[0].Settle(failure);
        }
        else
        {
            batch.ForEach(work => RunTogether([work], () => null));
        }
    }

    private void Settle(List<SqliteWork> batch)
    {
        var before = changes;
        changes = SQLitePCL.raw.sqlite3_total_changes(connection.Handle);
        if (log is null)
        {
            batch.ForEach(work => work.Settle(null));
        }
        else
        {
            log.Settle(batch, wrote: changes != before);
        }
    }

    /// <summary>
    /// Runs the batch, and what arrives meanwhile, in one transaction. Null when it is committed; otherwise it is rolled back, and this is
    /// why.
    /// </summary>
    private Exception? Try(List<SqliteWork> batch, Func<SqliteWork?> more)
    {
        try
        {
            session.Execute("begin immediate");
            batch[0].Run(session);
            while (batch.Count < MostTogether && more() is { } next)
            {
                batch.Add(next);
                next.Run(session);
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

    /// <summary>With a full disk, SQLite has rolled back already.</summary>
    private void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            session.Execute("rollback");
        }
    }

    private static StoreException Explain(string file, Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 } =>
            new($"{file}: another lab has it open; stop that one, or give this one its own folder with --data", e),
        SqliteException { SqliteErrorCode: 11 or 26 } =>
            new($"{file}: no sound database ({e.Message}); move the file away to start anew, or restore a copy", e),
        SqliteException { SqliteErrorCode: 13 } => new($"{file}: the disk is full; nothing was changed; make room and try again", e),
        _ => new($"{file}: can't be used ({e.Message}); is the folder there and may this user write in it?", e),
    };
}
