using PairingLab.Host.Site;
using PairingLab.Kernel.Store;

namespace PairingLab.Host.Sites;

/// <summary>
/// A site for somebody's tests, on a data folder of its own: that is what snapshots are copies of. To take one, to go back to one and
/// to reset are power cuts for all devices, and the addresses stay.
/// </summary>
internal sealed class IsolatedSite : IAsyncDisposable
{
    private readonly SiteOptions options;
    private readonly Func<Task> end;
    private readonly RunFolder folder = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<string, IReadOnlyList<DeviceSpec>> snapshots = new(StringComparer.Ordinal);
    private readonly ITimer idleTimer;
    private long lastUsed = TimeProvider.System.GetTimestamp();
    private int inUse;
    private bool isEnded;
    private LabSite? site;

    /// <summary>A site that is not started yet.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="number">Its number: the order in which sites were made.</param>
    /// <param name="options">What it is made of.</param>
    /// <param name="idle">How long it may be without a request.</param>
    /// <param name="end">Ends it, when it was.</param>
    public IsolatedSite(string id, int number, SiteOptions options, TimeSpan idle, Func<Task> end)
    {
        (Id, Number, Idle, this.end) = (id, number, idle, end);
        this.options = options with { DataFolder = Data, Use = Use };
        idleTimer = TimeProvider.System.CreateTimer(_ => LookIdle(), null, idle, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>Its number: the order in which sites were made.</summary>
    public int Number { get; }

    /// <summary>How long it may be without a request.</summary>
    public TimeSpan Idle { get; }

    /// <summary>Its port.</summary>
    public int Port { get; private set; }

    /// <summary>Whether its clock is stepped.</summary>
    public bool Stepped => options.Stepped;

    /// <summary>Where its codes come from.</summary>
    public int? Seed => options.Seed;

    /// <summary>The names of its snapshots.</summary>
    public IReadOnlyList<string> Snapshots
    {
        get
        {
            lock (snapshots)
            {
                return [.. snapshots.Keys.Order(StringComparer.Ordinal)];
            }
        }
    }

    private string Data => Path.Combine(folder.Path, "data");

    /// <summary>Starts it.</summary>
    public Task StartAsync(CancellationToken cancel) => StartAsync(options.Devices, cancel);

    /// <summary>Sets it back to how it was made; the addresses stay.</summary>
    public Task ResetAsync(CancellationToken cancel) => WithoutPowerAsync(
        _ =>
        {
            // What a system keeps of its addresses is all that stays.
            List<(string Key, string? Document)> ports;
            using (var old = new SqliteStore(Data))
            {
                ports = [.. old.ReadAll("").Where(d => IsPort(d.Key)).Select(d => (d.Key, (string?)d.Value))];
            }

            Directory.Delete(Data, recursive: true);
            using var fresh = new SqliteStore(Data);
            fresh.Save([.. ports]);
            return options.Devices;
        },
        cancel);

    /// <summary>Takes a snapshot: what the devices keep, the clock, and which devices there are.</summary>
    public Task TakeAsync(string name, CancellationToken cancel) => WithoutPowerAsync(
        devices =>
        {
            Copy(Data, SnapshotFolder(name));
            lock (snapshots)
            {
                snapshots[name] = devices;
            }

            return devices;
        },
        cancel);

    /// <summary>Goes back to a snapshot; false when there is none of that name.</summary>
    public async Task<bool> GoBackAsync(string name, CancellationToken cancel)
    {
        IReadOnlyList<DeviceSpec>? devices;
        lock (snapshots)
        {
            devices = snapshots.GetValueOrDefault(name);
        }

        if (devices is null)
        {
            return false;
        }

        await WithoutPowerAsync(
            _ =>
            {
                Copy(SnapshotFolder(name), Data);
                return devices;
            },
            cancel);
        return true;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync();
        try
        {
            if (!isEnded)
            {
                isEnded = true;
                await idleTimer.DisposeAsync();
                await (site?.DisposeAsync() ?? ValueTask.CompletedTask);
                folder.Dispose();
            }
        }
        finally
        {
            turn.Release();
        }
    }

    // "macs/port", "sci/port/…", "…/ports": every system keeps its ports under such a key, so that clients find it after a restart.
    private static bool IsPort(string key) => key.Split('/').Any(part => part is "port" or "ports");

    private string SnapshotFolder(string name) => Path.Combine(folder.Path, $"snapshot-{name}");

    private static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        PrivateFiles.MakeFolder(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private async Task StartAsync(IReadOnlyList<DeviceSpec> devices, CancellationToken cancel)
    {
        site = await LabSite.StartAsync(options with { Devices = devices, Port = Port }, cancel);
        Port = new Uri(site.Address).Port;
    }

    /// <summary>Switches the site off, does something to its folder, and switches it on with the devices that this gives.</summary>
    private async Task WithoutPowerAsync(Func<IReadOnlyList<DeviceSpec>, IReadOnlyList<DeviceSpec>> work, CancellationToken cancel)
    {
        using var used = Use();
        await turn.WaitAsync(cancel);
        try
        {
            ObjectDisposedException.ThrowIf(isEnded, this);
            var devices = site!.Specs;
            await site.DisposeAsync();
            site = null;

            // From here on it must come up again, whether somebody still waits for the answer or not.
            await StartAsync(work(devices), CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    private IDisposable Use()
    {
        Interlocked.Increment(ref inUse);
        return new Used(this);
    }

    private void LookIdle()
    {
        var left = Volatile.Read(ref inUse) > 0 ? Idle : Idle - TimeProvider.System.GetElapsedTime(Volatile.Read(ref lastUsed));
        if (left > TimeSpan.Zero)
        {
            idleTimer.Change(left, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _ = end();
        }
    }

    private sealed class Used(IsolatedSite site) : IDisposable
    {
        public void Dispose()
        {
            Volatile.Write(ref site.lastUsed, TimeProvider.System.GetTimestamp());
            Interlocked.Decrement(ref site.inUse);
        }
    }
}
