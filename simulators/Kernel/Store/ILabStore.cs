namespace PairingLab.Kernel.Store;

/// <summary>
/// Where a simulator keeps what must survive a power cut: documents by key. What <see cref="Save"/> returned from is kept.
/// </summary>
public interface ILabStore : IDisposable
{
    /// <summary>The document of that key, or null.</summary>
    string? Read(string key);

    /// <summary>All documents whose keys begin so, in the order of their keys.</summary>
    IReadOnlyList<KeyValuePair<string, string>> ReadAll(string prefix);

    /// <summary>Writes documents (null removes one), all of them or none.</summary>
    /// <exception cref="StoreException">They could not be written (a full disk, say); nothing has changed.</exception>
    void Save(params ReadOnlySpan<(string Key, string? Document)> changes);
}
