namespace PairingLab.AccessControl.Storage;

/// <summary>Opens the database that the settings name.</summary>
public static class MacsDatabase
{
    /// <summary>PostgreSQL for a connection string; else SQLite in a file of that folder, in memory without a folder.</summary>
    /// <exception cref="Kernel.Store.StoreException">It can't be opened.</exception>
    public static IMacsDatabase Open(string connectionString, string? folder) =>
        connectionString.Length > 0 ? PostgresDatabase.Open(connectionString) : SqliteDatabase.Open(folder);
}
