using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PairingLab.AccessControl.Storage;

/// <summary>A statement of SQLite's own.</summary>
internal sealed class SqliteStatement(sqlite3 database, sqlite3_stmt statement) : IStatement
{
    private int values;

    public IStatement With(string? value)
    {
        values++;
        Check(value is null ? raw.sqlite3_bind_null(statement, values) : raw.sqlite3_bind_text(statement, values, value));
        return this;
    }

    public IStatement With(long value)
    {
        Check(raw.sqlite3_bind_int64(statement, ++values, value));
        return this;
    }

    public int Run() => Next() ? throw new InvalidOperationException("a statement that changes rows gave one") : raw.sqlite3_changes(database);

    public bool Next()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(result);
        }

        return result == raw.SQLITE_ROW;
    }

    public string? Text(int column) =>
        raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_text(statement, column).utf8_to_string();

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>What went wrong was said by the step already.</summary>
    public void Dispose()
    {
        values = 0;
        _ = raw.sqlite3_reset(statement);
        _ = raw.sqlite3_clear_bindings(statement);
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, database);
        }
    }
}
