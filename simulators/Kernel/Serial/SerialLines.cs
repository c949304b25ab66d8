using System.Collections.Concurrent;
using PairingLab.Kernel.Network;

namespace PairingLab.Kernel.Serial;

/// <summary>All serial lines of a site, by the id of the device that sends on them.</summary>
/// <param name="folder">Where pseudo-terminals appear.</param>
/// <param name="seed">Where random faults come from.</param>
/// <param name="where">Where TCP ports listen; null for loopback.</param>
public sealed class SerialLines(string folder, int seed, Listening? where = null)
{
    private readonly ConcurrentDictionary<string, SerialCable> _cables = new(StringComparer.Ordinal);

    /// <summary>A line was laid, changed or taken up.</summary>
    public event Action? Changed;

    /// <summary>All lines in the order of their ids.</summary>
    public IEnumerable<KeyValuePair<string, SerialCable>> All => _cables.OrderBy(l => l.Key, StringComparer.Ordinal);

    /// <summary>Lays a new line with a port at its end.</summary>
    public SerialCable Lay(string id, SerialSettings settings)
    {
        var line = _cables[id] = new(SerialPorts.Create(folder, id, settings, where: where), SeededRandom.Of(seed, id));
        line.Changed += () => Changed?.Invoke();
        Changed?.Invoke();
        return line;
    }

    /// <summary>The line of that device, or null.</summary>
    public SerialCable? Find(string id) => _cables.GetValueOrDefault(id);

    /// <summary>Takes a line up; its port is gone.</summary>
    public void TakeUp(string id)
    {
        if (_cables.TryRemove(id, out var line))
        {
            line.Port.Dispose();
            Changed?.Invoke();
        }
    }
}
