using Npgsql;
using PairingLab.Kernel.Store;

namespace PairingLab.AccessControl.Storage;

/// <summary>MACS on PostgreSQL: several processes may serve the same devices.</summary>
public sealed class PostgresDatabase : IMacsDatabase
{
    /// <summary>How often a transaction is tried in case of deadlocks or serialization failures.</summary>
    private const int MostTries = 5;

    private readonly NpgsqlDataSource source;

    private PostgresDatabase(NpgsqlDataSource source) => this.source = source;

    /// <summary>Connects and runs the migrations.</summary>
    public static PostgresDatabase Open(string connectionString)
    {
        PostgresDatabase? database = null;
        try
        {
            database = new(NpgsqlDataSource.Create(connectionString));
            database.Run(s => Migrations.Apply(s, isPostgres: true));
            return database;
        }
        catch (Exception e) when (e is NpgsqlException or ArgumentException or StoreException)
        {
            database?.source.Dispose();
            throw e as StoreException ?? Explain(e);
        }
    }

    /// <inheritdoc />
    public Task<T> RunAsync<T>(Func<MacsSession, T> work) => Task.Run(() => Run(work));

    /// <inheritdoc />
    public ValueTask DisposeAsync() => source.DisposeAsync();

    private T Run<T>(Func<MacsSession, T> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var connection = source.OpenConnection();
                using var transaction = connection.BeginTransaction();
                var result = work(new(connection, transaction, locksRows: true,
                    sql => new PostgresStatement(connection, transaction, sql)));
                transaction.Commit();
                return result;
            }
            catch (PostgresException e) when (e.IsTransient && attempt < MostTries)
            {
                // It was rolled back; the other transaction has finished by now.
            }
            catch (NpgsqlException e)
            {
                throw Explain(e);
            }
        }
    }

    private static StoreException Explain(Exception e) =>
        new($"PostgreSQL: {e.Message}; does the connection string of setting access-control.database name a server that runs?", e);
}
