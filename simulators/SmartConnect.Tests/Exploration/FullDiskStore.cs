using PairingLab.Kernel.Store;

namespace PairingLab.SmartConnect.Tests.Exploration;

/// <summary>A store whose disk can be full.</summary>
internal sealed class FullDiskStore : ILabStore
{
    private readonly MemoryStore inner = new();

    public bool Full { get; set; }

    public string? Read(string key) => inner.Read(key);

    public IReadOnlyList<KeyValuePair<string, string>> ReadAll(string prefix) => inner.ReadAll(prefix);

    public void Save(params ReadOnlySpan<(string Key, string? Document)> changes)
    {
        if (Full)
        {
            throw new StoreException("the disk is full");
        }

        inner.Save(changes);
    }

    public void Dispose() => inner.Dispose();
}
