namespace PairingLab.AccessControl.Storage;

/// <summary>The database of MACS, SQLite or PostgreSQL.</summary>
public interface IMacsDatabase : IAsyncDisposable
{
    /// <summary>
    /// Runs work in one transaction. Its writes are durable when this returns; when it throws, nothing was written. The work may run more
    /// than once, so it must have no other effect.
    /// </summary>
    /// <exception cref="Kernel.Store.StoreException">The database can't be used; nothing was written.</exception>
    Task<T> RunAsync<T>(Func<MacsSession, T> work);
}

/// <summary>Opens the database that the settings name.</summary>
public static class MacsDatabase
{
    /// <summary>PostgreSQL for a connection string; otherwise SQLite in a file of the folder, or in memory without a folder.</summary>
    /// <exception cref="Kernel.Store.StoreException">The database can't be opened.</exception>
    public static IMacsDatabase Open(string connectionString, string? folder) =>
        connectionString.Length > 0 ? PostgresDatabase.Open(connectionString) : SqliteDatabase.Open(folder);
}
