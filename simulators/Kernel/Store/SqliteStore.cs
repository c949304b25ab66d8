using Dapper;
using Microsoft.Data.Sqlite;

namespace PairingLab.Kernel.Store;

/// <summary>A store in one SQLite file. A save is on the disk when it returns (write-ahead log, synchronous=FULL).</summary>
public sealed class SqliteStore : ILabStore
{
    private const string FileName = "lab.db";

    /// <summary>The provider tries a busy database again for so long, by default half a minute at each statement.</summary>
    private const int SecondsUntilRefused = 1;

    /// <summary>
    /// The format of the file, in SQLite's user_version; one of a later program may mean something else by the same keys.
    /// </summary>
    private const long Format = 1;

    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly string file;

    /// <summary>Opens or makes the store in a folder.</summary>
    /// <exception cref="StoreException">The folder can't be written, the file is damaged, or another lab has it open.</exception>
    public SqliteStore(string folder)
    {
        file = Path.Combine(folder, FileName);
        var how = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = SecondsUntilRefused };
        connection = new SqliteConnection(how.ToString());
        try
        {
            PrivateFiles.MakeFolder(folder);
            PrivateFiles.MakeDatabase(file);
            Open();
        }
        catch (StoreException)
        {
            connection.Dispose();
            throw;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            connection.Dispose();
            throw Explain(e);
        }
    }

    /// <inheritdoc />
    public string? Read(string key)
    {
        lock (gate)
        {
            return Try(() => connection.QuerySingleOrDefault<string>("select document from documents where key = @key", new { key }));
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<KeyValuePair<string, string>> ReadAll(string prefix)
    {
        lock (gate)
        {
            return Try(() => connection
                .Query<(string Key, string Document)>(
                    "select key, document from documents where substr(key, 1, @length) = @prefix order by key",
                    new { prefix, length = prefix.Length })
                .Select(r => KeyValuePair.Create(r.Key, r.Document))
                .ToList());
        }
    }

    /// <inheritdoc />
    public void Save(params ReadOnlySpan<(string Key, string? Document)> changes)
    {
        var rows = changes.ToArray();
        lock (gate)
        {
            Try(() => WriteAll(rows));
        }
    }

    /// <inheritdoc />
    public void Dispose() => connection.Dispose();

    private void Open()
    {
        connection.Open();

        // Exclusive: a second lab on the same folder is told at once instead of mixing its devices with ours.
        connection.Execute(
            "pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 0; "
            + "pragma secure_delete = on");
        if (connection.ExecuteScalar<string>("pragma quick_check(1)") is not "ok" and var trouble)
        {
            throw new StoreException($"{file}: the database is damaged ({trouble}); move the file away to start anew, or restore a copy");
        }

        if (connection.ExecuteScalar<long>("pragma user_version") is > Format and var newer)
        {
            throw new StoreException(
                $"{file}: written by a newer version of this program (format {newer}, this one knows {Format}); "
                + "start that version, or give the lab another folder with --data");
        }

        connection.Execute($"pragma user_version = {Format}");
        connection.Execute("create table if not exists documents (key text primary key, document text not null) without rowid");
        connection.Execute("begin immediate; commit");
    }

    private bool WriteAll((string Key, string? Document)[] rows)
    {
        connection.Execute("begin immediate");
        try
        {
            foreach (var (key, document) in rows)
            {
                Write(key, document);
            }

            connection.Execute("commit");
            return true;
        }
        catch
        {
            // A full disk has made SQLite roll back by itself already.
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
            {
                connection.Execute("rollback");
            }

            throw;
        }
    }

    private void Write(string key, string? document) => connection.Execute(
        document is null
            ? "delete from documents where key = @key"
            : "insert into documents (key, document) values (@key, @document) on conflict (key) do update set document = @document",
        new { key, document });

    private T Try<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw Explain(e);
        }
    }

    private StoreException Explain(Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 } =>
            new($"{file}: another lab has it open; stop that one, or give this one its own folder with --data", e),
        SqliteException { SqliteErrorCode: 11 or 26 } =>
            new($"{file}: no sound database ({e.Message}); move the file away to start anew, or restore a copy", e),
        SqliteException { SqliteErrorCode: 13 } => new($"{file}: the disk is full; nothing was changed; make room and try again", e),
        _ => new($"{file}: can't be used ({e.Message}); is the folder there and may this user write in it?", e),
    };
}
