using System.Text.Json;
using PairingLab.Kernel.Store;

namespace PairingLab.Kernel.Simulation;

/// <summary>A device's disk from one boot to the next: documents by key. It knows what it holds and writes only what is new.</summary>
public sealed class DeviceDisk(ILabStore store)
{
    private readonly Dictionary<string, object?> held = new(StringComparer.Ordinal);

    /// <summary>The document of that key; null when there is none.</summary>
    public T? Read<T>(string key)
        where T : class
    {
        var text = store.Read(key);
        var document = text is null ? null : typeof(T) == typeof(string) ? text as T : JsonSerializer.Deserialize<T>(text, LabJson.Options);
        held[key] = document;
        return document;
    }

    /// <summary>Writes what is new among these, all of it or nothing; false when nothing is new.</summary>
    /// <exception cref="StoreException">It could not be written; nothing has changed.</exception>
    internal bool Save(IEnumerable<KeyValuePair<string, object?>> documents)
    {
        var changed = documents.Where(d => !Equals(held.GetValueOrDefault(d.Key), d.Value)).ToList();
        if (changed.Count == 0)
        {
            return false;
        }

        store.Save([.. changed.Select(d => (d.Key, TextOf(d.Value)))]);
        foreach (var (key, document) in changed)
        {
            held[key] = document;
        }

        return true;
    }

    /// <summary>A text (a key in PEM, say) is written as it is.</summary>
    private static string? TextOf(object? document) =>
        document is null or string ? (string?)document : JsonSerializer.Serialize(document, document.GetType(), LabJson.Options);
}
