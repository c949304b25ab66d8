using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace PairingLab.AccessControl.Storage;

/// <summary>A command that uses the prepared statement of its text; disposing it keeps the statement for the next command.</summary>
internal sealed class PreparedCommand(PreparedConnection connection) : DbCommand
{
    private SqliteCommand? statement;

    [AllowNull]
    public override string CommandText
    {
        get => statement?.CommandText ?? "";
        set
        {
            // For "in @list" Dapper changes the text after it has added the parameters.
            DbParameter[] values = [.. statement?.Parameters.Cast<DbParameter>() ?? []];
            statement = connection.Of(value ?? "");
            statement.Parameters.AddRange(values);
        }
    }

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; } = connection;

    protected override DbTransaction? DbTransaction { get; set; }

    protected override DbParameterCollection DbParameterCollection => Statement.Parameters;

    private SqliteCommand Statement => statement ?? throw new InvalidOperationException("the command has no text");

    public override void Cancel()
    {
        // SQLite answers at once.
    }

    public override int ExecuteNonQuery() => Statement.ExecuteNonQuery();

    public override object? ExecuteScalar() => Statement.ExecuteScalar();

    public override void Prepare()
    {
        // It is prepared at its first run.
    }

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Statement.ExecuteReader(behavior);
}
