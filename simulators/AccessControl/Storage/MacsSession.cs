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

    /// <summary>Ends a select whose rows nobody else may change before this transaction ends. SQLite has one writer at a time anyway.</summary>
    public string ForUpdate => locksRows ? " for update" : "";

    /// <summary>A statement of a tap: bound and read by hand.</summary>
    public IStatement Statement(string sql) => statements(sql);

    /// <summary>All rows of a query.</summary>
    public List<T> Query<T>(string sql, object? values = null) => connection.Query<T>(sql, values, transaction).AsList();

    /// <summary>The one row of a query; null when there is none.</summary>
    public T? Find<T>(string sql, object? values = null) => connection.QuerySingleOrDefault<T>(sql, values, transaction);

    /// <summary>Changes rows; gives how many.</summary>
    public int Execute(string sql, object? values = null) => connection.Execute(sql, values, transaction);
}
