using System.Data;
using System.Data.Common;
using Dapper;

namespace PairingLab.AccessControl.Storage;

/// <summary>One transaction on the database.</summary>
public sealed class MacsSession(DbConnection connection, DbTransaction? transaction, bool locksRows, Func<string, IStatement> statements)
{
    static MacsSession()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new InstantHandler());
    }

    /// <summary>
    /// Appended to a select to lock its rows until the transaction ends. Empty for SQLite, which has one writer at a time.
    /// </summary>
    public string ForUpdate => locksRows ? " for update" : "";

    /// <summary>A prepared statement.</summary>
    public IStatement Statement(string sql) => statements(sql);

    /// <summary>All rows of a query.</summary>
    public List<T> Query<T>(string sql, object? values = null) => connection.Query<T>(sql, values, transaction).AsList();

    /// <summary>The only row of a query; null when there is no row.</summary>
    public T? Find<T>(string sql, object? values = null) => connection.QuerySingleOrDefault<T>(sql, values, transaction);

    /// <summary>Changes rows; returns how many.</summary>
    public int Execute(string sql, object? values = null) => connection.Execute(sql, values, transaction);
}

/// <summary>Times as milliseconds since 1970.</summary>
internal sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    public override DateTimeOffset Parse(object value) => DateTimeOffset.FromUnixTimeMilliseconds((long)value);

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
    {
        parameter.DbType = DbType.Int64;
        parameter.Value = value.ToUnixTimeMilliseconds();
    }
}
