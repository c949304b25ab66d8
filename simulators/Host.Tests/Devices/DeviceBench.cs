using PairingLab.Host.Site;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Tests.Devices;

/// <summary>The systems on a stepped clock, with a disk that can be full, and any of their devices.</summary>
internal sealed class DeviceBench : IAsyncDisposable
{
    /// <summary>An address at which nobody answers: TCPMUX, which nobody serves any more.</summary>
    public const string NobodyThere = "127.0.0.1:1";

    private readonly List<IDevice> devices = [];
    private readonly DirectoryInfo lines = Directory.CreateTempSubdirectory("pairinglab-");
    private readonly WireTap tap;
    private readonly IReadOnlyList<IPairingSystem> systems;

    private DeviceBench()
    {
        Cables = new(Clock, 1);
        tap = new(Clock, PairingSystems.BuiltIn.Redaction);
        systems = [.. PairingSystems.BuiltIn.Make(new(), new(Clock, Cables, tap, Store, new(lines.FullName, 1), Seed: 1))];
    }

    public SteppedClock Clock { get; } = new();

    public Cables Cables { get; }

    public FullDisk Store { get; } = new();

    /// <summary>Its devices.</summary>
    public IReadOnlyList<IDevice> Devices => devices;

    /// <summary>How often its devices have asked others something.</summary>
    public long Exchanges => tap.Since(0) is [.., var last] ? last.Number : 0;

    /// <summary>Every kind of device that there is.</summary>
    public IEnumerable<string> Kinds => systems.SelectMany(s => s.Description.Kinds).Select(k => k.Name);

    /// <summary>What the directory says of the system that a kind belongs to.</summary>
    public SystemInfo DirectoryOf(string kind) => systems.Single(s => s.Description.Find(kind) is not null).Directory.First();

    public static async Task<DeviceBench> StartAsync()
    {
        var bench = new DeviceBench();
        foreach (var system in bench.systems)
        {
            await system.StartAsync(default);
        }

        return bench;
    }

    /// <summary>Title and texts; empty without power.</summary>
    public static string ScreenOf(IDevice device) =>
        device.Powered ? $"{device.Panel.Title}: {string.Join(" | ", device.Panel.Texts)}" : "";

    /// <summary>A device of that kind, without power.</summary>
    public IDevice Make(string kind)
    {
        var system = systems.Single(s => s.Description.Find(kind) is not null);
        var info = new DeviceInfo($"{kind}-1", kind, system.Description.Name, system.Description.Find(kind)!.Models[0]);
        var (device, whyNot) = system.Make(info, new(info.Id, kind));
        devices.Add(device ?? throw new InvalidOperationException(whyNot));
        return device;
    }

    /// <summary>A device of that kind, with power.</summary>
    public async Task<IDevice> AddAsync(string kind)
    {
        var device = Make(kind);
        await device.PowerAsync(on: true);
        await Clock.AdvanceAsync(TimeSpan.Zero);
        return device;
    }

    /// <summary>Presses a button that is on the screen, and waits for all that follows at once.</summary>
    public async Task PressAsync(IDevice device, string button)
    {
        device.Panel.Buttons.ShouldContain(b => b.Name == button && b.Enabled, $"[{button}] at {ScreenOf(device)}");
        await device.PressAsync(button);
        await Clock.AdvanceAsync(TimeSpan.Zero);
    }

    /// <summary>Does something when the next answer has arrived, before the device has it. Ends when that is done.</summary>
    public Task AtNextAnswerTo(IDevice device, Func<Task> work)
    {
        var done = new TaskCompletionSource();
        if (DeviceCase.Of(device.Info.Kind).AnswersItself)
        {
            // Not waited for: a device that is switched off waits until its own write has ended.
            Store.Saving += Happen;
        }
        else
        {
            var seen = tap.Since(0).Count;
            tap.Added += HappenWhenAsked;

            void HappenWhenAsked()
            {
                if (tap.Since(0).Skip(seen).Count(e => e.From == device.Info.Id) > DeviceCase.Of(device.Info.Kind).AnswersBefore)
                {
                    tap.Added -= HappenWhenAsked;
                    work().GetAwaiter().GetResult();
                    done.SetResult();
                }
            }
        }

        return done.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);

        void Happen()
        {
            Store.Saving -= Happen;
            _ = DoAsync();
        }

        async Task DoAsync()
        {
            await work();
            done.SetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var device in devices.AsEnumerable().Reverse())
        {
            await device.DisposeAsync();
        }

        foreach (var system in systems)
        {
            await system.DisposeAsync();
        }

        lines.Delete(recursive: true);
    }
}

/// <summary>A store whose disk can be full.</summary>
internal sealed class FullDisk : ILabStore
{
    public const string Message = "the disk is full; make room and try again";

    private readonly MemoryStore inner = new();

    /// <summary>Something is about to be written.</summary>
    public event Action? Saving;

    public bool Full { get; set; }

    /// <summary>All that a device has on it.</summary>
    public string TextOf(IDevice device) =>
        string.Join('\n', ReadAll("").Where(d => d.Key.Split('/').Contains(device.Info.Id, StringComparer.Ordinal))
            .Select(d => $"{d.Key} {d.Value}"));

    public string? Read(string key) => inner.Read(key);

    public IReadOnlyList<KeyValuePair<string, string>> ReadAll(string prefix) => inner.ReadAll(prefix);

    public void Save(params ReadOnlySpan<(string Key, string? Document)> changes)
    {
        Saving?.Invoke();
        if (Full)
        {
            throw new StoreException(Message);
        }

        inner.Save(changes);
    }

    public void Dispose() => inner.Dispose();
}
