using Npgsql;
using NpgsqlTypes;

namespace PairingLab.AccessControl.Storage;

/// <summary>A prepared statement of PostgreSQL, which the pooled connection keeps.</summary>
internal sealed class PostgresStatement(NpgsqlConnection connection, NpgsqlTransaction transaction, string sql) : IStatement
{
    private readonly NpgsqlCommand command = new(sql, connection, transaction);
    private NpgsqlDataReader? rows;

    public IStatement With(string? value)
    {
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = value is null ? DBNull.Value : value });
        return this;
    }

    public IStatement With(long value)
    {
        command.Parameters.Add(new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = value });
        return this;
    }

    public int Run() => Prepared().ExecuteNonQuery();

    public bool Next() => (rows ??= Prepared().ExecuteReader()).Read();

    public string? Text(int column) => rows!.IsDBNull(column) ? null : rows.GetString(column);

    public long Number(int column) => rows!.GetInt64(column);

    public void Dispose()
    {
        rows?.Dispose();
        command.Dispose();
    }

    private NpgsqlCommand Prepared()
    {
        command.Prepare();
        return command;
    }
}
