using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace PairingLab.AccessControl.Storage;

/// <summary>
/// A SQLite connection that keeps its prepared statements: a text is compiled once and then only gets new parameters. For one thread, and
/// one reader of a statement at a time.
/// </summary>
internal sealed class PreparedConnection(SqliteConnection connection) : DbConnection
{
    private readonly Dictionary<string, SqliteCommand> kept = new(StringComparer.Ordinal);

    [AllowNull]
    public override string ConnectionString
    {
        get => connection.ConnectionString;
        set => connection.ConnectionString = value;
    }

    public override string Database => connection.Database;

    public override string DataSource => connection.DataSource;

    public override string ServerVersion => connection.ServerVersion;

    public override ConnectionState State => connection.State;

    public override void Open() => connection.Open();

    public override void Close() => connection.Close();

    public override void ChangeDatabase(string databaseName) => connection.ChangeDatabase(databaseName);

    /// <summary>The prepared statement of a text.</summary>
    public SqliteCommand Of(string sql)
    {
        if (!kept.TryGetValue(sql, out var command))
        {
            kept[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
        }

        command.Parameters.Clear();
        return command;
    }

    protected override DbCommand CreateDbCommand() => new PreparedCommand(this);

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        throw new NotSupportedException("transactions are begun in SQL, many works in one");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in kept.Values)
            {
                command.Dispose();
            }

            connection.Dispose();
        }

        base.Dispose(disposing);
    }
}
