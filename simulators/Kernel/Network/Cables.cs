using System.Collections.Concurrent;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Network;

/// <summary>All cables of a site, by id.</summary>
public sealed class Cables(LabClock clock, int seed)
{
    private readonly ConcurrentDictionary<string, Cable> cables = new(StringComparer.Ordinal);

    /// <summary>A cable was laid, changed or taken up.</summary>
    public event Action? Changed;

    /// <summary>All cables in the order of their ids.</summary>
    public IEnumerable<Cable> All => cables.Values.OrderBy(c => c.Id, StringComparer.Ordinal);

    /// <summary>The cable of that id; laid now if it was not there.</summary>
    public Cable Lay(string id) => cables.GetOrAdd(id, key =>
    {
        var cable = new Cable(key, clock, SeededRandom.Of(seed, key));
        cable.Changed += () => Changed?.Invoke();
        return cable;
    });

    /// <summary>The cable of that id, or null.</summary>
    public Cable? Find(string id) => cables.GetValueOrDefault(id);

    /// <summary>Takes a cable up.</summary>
    public void TakeUp(string id)
    {
        cables.TryRemove(id, out _);
        Changed?.Invoke();
    }
}
