using System.Collections.Concurrent;

namespace PairingLab.Kernel.Serial;

/// <summary>All serial lines of a site, by the id of the device that sends on them.</summary>
/// <param name="folder">Where pseudo-terminals appear.</param>
/// <param name="seed">Where random faults come from.</param>
public sealed class LineDrum(string folder, int seed)
{
    private readonly ConcurrentDictionary<string, SerialCable> lines = new(StringComparer.Ordinal);

    /// <summary>A line was laid, changed or taken up.</summary>
    public event Action? Changed;

    /// <summary>All lines in the order of their ids.</summary>
    public IEnumerable<KeyValuePair<string, SerialCable>> All => lines.OrderBy(l => l.Key, StringComparer.Ordinal);

    /// <summary>Where random faults of a line come from.</summary>
    public Random Random { get; } = new(seed);

    /// <summary>Lays a new line with a port at its end.</summary>
    public SerialCable Lay(string id, PortSettings settings)
    {
        var line = lines[id] = new(SerialPorts.Create(folder, id, settings));
        line.Changed += () => Changed?.Invoke();
        Changed?.Invoke();
        return line;
    }

    /// <summary>The line of that device, or null.</summary>
    public SerialCable? Find(string id) => lines.GetValueOrDefault(id);

    /// <summary>Takes a line up; its port is gone.</summary>
    public void TakeUp(string id)
    {
        if (lines.TryRemove(id, out var line))
        {
            line.Port.Dispose();
            Changed?.Invoke();
        }
    }
}
