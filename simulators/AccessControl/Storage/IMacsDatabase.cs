namespace PairingLab.AccessControl.Storage;

/// <summary>The database of MACS, SQLite or PostgreSQL.</summary>
public interface IMacsDatabase : IAsyncDisposable
{
    /// <summary>
    /// Runs work in one transaction. What it wrote is on the disk when this returns; when it throws, nothing was written. The work may
    /// run again from its beginning, so it must have no other effect.
    /// </summary>
    /// <exception cref="Kernel.Store.StoreException">The database can't be used; nothing was written.</exception>
    Task<T> RunAsync<T>(Func<MacsSession, T> work);
}
