using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PairingLab.AccessControl.Storage;

/// <summary>A prepared statement of SQLite.</summary>
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

    public int Run() =>
        Next() ? throw new InvalidOperationException("a statement that changes rows gave one") : raw.sqlite3_changes(database);

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

    /// <summary>Errors were reported by the step already.</summary>
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

/// <summary>The prepared statements of a connection, compiled at their first use.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, (SqliteStatement Statement, sqlite3_stmt Compiled)> kept = new(StringComparer.Ordinal);

    public SqliteStatement Of(string sql)
    {
        if (!kept.TryGetValue(sql, out var found))
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, sql, out var compiled), connection.Handle);
            kept[sql] = found = (new(connection.Handle!, compiled), compiled);
        }

        return found.Statement;
    }

    public void Dispose()
    {
        foreach (var (_, compiled) in kept.Values)
        {
            compiled.Dispose();
        }
    }
}
