using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PairingLab.AccessControl.Storage;

/// <summary>The kept statements of a connection, compiled when they are first asked for.</summary>
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
