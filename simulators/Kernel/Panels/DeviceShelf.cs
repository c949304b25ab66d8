using System.Collections.Concurrent;

namespace PairingLab.Kernel.Panels;

/// <summary>All devices of a site, each with a version that rises with every change of its screen.</summary>
public sealed class DeviceShelf
{
    private readonly ConcurrentDictionary<string, DeviceSlot> slots = new(StringComparer.Ordinal);

    /// <summary>A device changed, came or went; its id.</summary>
    public event Action<string>? Changed;

    /// <summary>All devices, by id.</summary>
    public IEnumerable<IDevice> All => slots.Values.OrderBy(s => s.Place).Select(s => s.Device);

    /// <summary>Puts a device on the shelf; false when its id is taken.</summary>
    public bool Add(IDevice device)
    {
        var slot = new DeviceSlot(device, slots.Count);
        if (!slots.TryAdd(device.Card.Id, slot))
        {
            return false;
        }

        device.Changed += () => Tell(slot);
        Tell(slot);
        return true;
    }

    /// <summary>Takes a device off the shelf and ends it; false when there is none of that id.</summary>
    public async Task<bool> RemoveAsync(string id)
    {
        if (!slots.TryRemove(id, out var slot))
        {
            return false;
        }

        await slot.Device.DisposeAsync().ConfigureAwait(false);
        Tell(slot);
        return true;
    }

    /// <summary>The device of that id, or null.</summary>
    public IDevice? Find(string id) => slots.TryGetValue(id, out var slot) ? slot.Device : null;

    /// <summary>The version of a device's screen; 0 when there is no such device.</summary>
    public long Version(string id) => slots.TryGetValue(id, out var slot) ? slot.Version : 0;

    /// <summary>Waits until the screen's version is another than <paramref name="seen"/>, or real time has run out.</summary>
    public async Task WaitForChangeAsync(string id, long seen, TimeSpan limit, CancellationToken cancel)
    {
        if (slots.TryGetValue(id, out var slot))
        {
            await slot.WaitForChangeAsync(seen, limit, cancel).ConfigureAwait(false);
        }
    }

    private void Tell(DeviceSlot slot)
    {
        slot.Rise();
        Changed?.Invoke(slot.Device.Card.Id);
    }
}
