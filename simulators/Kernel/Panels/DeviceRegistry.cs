using System.Collections.Concurrent;

namespace PairingLab.Kernel.Panels;

/// <summary>All devices of a site, each with a version that rises with every change of its screen.</summary>
public sealed class DeviceRegistry
{
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>A device changed, came or went; its id.</summary>
    public event Action<string>? Changed;

    /// <summary>All devices in the order in which they came.</summary>
    public IEnumerable<IDevice> All => entries.Values.OrderBy(s => s.Place).Select(s => s.Device);

    /// <summary>Adds a device; false when its id is taken.</summary>
    public bool Add(IDevice device)
    {
        var entry = new Entry(device, entries.Count);
        if (!entries.TryAdd(device.Info.Id, entry))
        {
            return false;
        }

        device.Changed += () => Tell(entry);
        Tell(entry);
        return true;
    }

    /// <summary>Removes a device and ends it; false when there is none of that id.</summary>
    public async Task<bool> RemoveAsync(string id)
    {
        if (!entries.TryRemove(id, out var entry))
        {
            return false;
        }

        await entry.Device.DisposeAsync();
        Tell(entry);
        return true;
    }

    /// <summary>The device of that id, or null.</summary>
    public IDevice? Find(string id) => entries.TryGetValue(id, out var entry) ? entry.Device : null;

    /// <summary>The version of a device's screen; 0 when there is no such device.</summary>
    public long Version(string id) => entries.TryGetValue(id, out var entry) ? entry.Version : 0;

    /// <summary>Waits until the screen's version is another than <paramref name="seen"/>, or real time has run out.</summary>
    public async Task WaitForChangeAsync(string id, long seen, TimeSpan limit, CancellationToken cancel)
    {
        if (entries.TryGetValue(id, out var entry))
        {
            await entry.WaitForChangeAsync(seen, limit, cancel);
        }
    }

    /// <summary>Waits until the panel of a device is so; false when real time has run out, or the device was removed.</summary>
    public async Task<bool> WaitUntilAsync(string id, Func<Panel, bool> isSo, TimeSpan limit, CancellationToken cancel)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (Find(id) is { } device)
        {
            // The version is read first: a change in between ends the wait at once.
            var seen = Version(id);
            if (isSo(device.Panel))
            {
                return true;
            }

            var left = limit - TimeProvider.System.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
            {
                return false;
            }

            await WaitForChangeAsync(id, seen, left, cancel);
        }

        return false;
    }

    private void Tell(Entry entry)
    {
        entry.Rise();
        Changed?.Invoke(entry.Device.Info.Id);
    }

    /// <summary>A device, its place and the version of its screen.</summary>
    private sealed class Entry(IDevice device, int place)
    {
        private readonly Lock gate = new();
        private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IDevice Device => device;

        public int Place => place;

        public long Version { get; private set; }

        public void Rise()
        {
            TaskCompletionSource waiters;
            lock (gate)
            {
                Version++;
                waiters = next;
                next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            waiters.SetResult();
        }

        public async Task WaitForChangeAsync(long seen, TimeSpan limit, CancellationToken cancel)
        {
            Task change;
            lock (gate)
            {
                if (Version != seen)
                {
                    return;
                }

                change = next.Task;
            }

            try
            {
                await change.WaitAsync(limit, TimeProvider.System, cancel);
            }
            catch (TimeoutException)
            {
                // Nothing changed: the caller reads the same screen again.
            }
        }
    }
}
