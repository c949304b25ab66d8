namespace PairingLab.Kernel.Store;

/// <summary>A store for one scenario: survives the power cuts of devices, not the end of the process.</summary>
public sealed class MemoryStore : ILabStore
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, string> documents = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public string? Read(string key)
    {
        lock (gate)
        {
            return documents.GetValueOrDefault(key);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<KeyValuePair<string, string>> ReadAll(string prefix)
    {
        lock (gate)
        {
            return [.. documents.Where(d => d.Key.StartsWith(prefix, StringComparison.Ordinal))];
        }
    }

    /// <inheritdoc />
    public void Save(params ReadOnlySpan<(string Key, string? Document)> changes)
    {
        lock (gate)
        {
            foreach (var (key, document) in changes)
            {
                if (document is null)
                {
                    documents.Remove(key);
                }
                else
                {
                    documents[key] = document;
                }
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
