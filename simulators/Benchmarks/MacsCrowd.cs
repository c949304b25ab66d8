using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using PairingLab.AccessControl;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Devices;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;
using MacsDevice = PairingLab.Kernel.Simulation.Device<
    PairingLab.AccessControl.Devices.MacsDeviceState,
    PairingLab.AccessControl.Devices.MacsDeviceRequest,
    PairingLab.AccessControl.Devices.MacsDeviceReply>;

namespace PairingLab.Benchmarks;

/// <summary>
/// 10,000 payment terminals and their MACS in one process, on disk: each is paired as a person does it, over HTTP, and has its offline
/// lists afterwards. Key pairs come from a prepared pool: to make 10,000 of them takes an hour of one core, and is not what is measured.
/// </summary>
internal sealed class MacsCrowd : IBenchmark
{
    private const int Devices = 10_000;
    private const int AtOnce = 32;
    private const int KeyPairs = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly RealClock clock = new();
    private readonly AccessControlSettings settings = new();
    private readonly PanHasher pans = new(RandomNumberGenerator.GetBytes(32));

    public async IAsyncEnumerable<Result> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pairinglab-terminals-").FullName;
        using (var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }))
        {
            await using var database = MacsDatabase.Open("", folder);
            using var store = new SqliteStore(folder);
            var macs = new MacsServices(database, pans, http, clock, settings, RandomNumberGenerator.GetInt32);
            await using var server = new MacsServer(macs, database, clock, settings, "benchmark");
            await server.StartAsync();
            await macs.Locations.SaveAsync(new() { Id = "L", Name = "Lounge", Country = "POL", Service = "Lounge" });
            var devices = new List<MacsDevice>(Devices);
            await AddAsync(devices, macs, store, server, 1);
            await PairAsync(macs, devices[0]);

            var (heap, process) = Memory();
            await AddAsync(devices, macs, store, server, Devices - 1);
            var pairing = await Clocked.OnceAsync(() => Parallel.ForEachAsync(
                devices.Skip(1), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (device, _) => await PairAsync(macs, device)));
            var (heapAfter, processAfter) = Memory();
            var paired = (await macs.Locations.TerminalsAsync()).Count(t => t.PublicKey is not null);
            if (paired != Devices)
            {
                throw new InvalidOperationException($"only {paired} of {Devices} are paired");
            }

            yield return new("10,000 MACS devices paired, with their lists, on disk", (Devices - 1) / (pairing / 1000), "/s", 100,
                MoreIsBetter: true, Signatures(), "two RSA-2048 signatures each, one core, alone");
            yield return new("memory of a paired MACS device, managed", (heapAfter - heap) / 1024.0 / Devices, "KB", 50,
                MoreIsBetter: false, null, "MACS, its connection and its row in the same process");
            yield return new("memory of a paired MACS device, of the process", (processAfter - process) / 1024.0 / Devices, "KB", 100,
                MoreIsBetter: false, null, "the same with native memory: keys, sockets, caches");
            await Task.WhenAll(devices.Select(d => d.DisposeAsync().AsTask()));
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Devices as they leave the factory, their key pairs on their disks already; they stand at the location.</summary>
    private async Task AddAsync(List<MacsDevice> devices, MacsServices macs, SqliteStore store, MacsServer server, int count)
    {
        var pool = Enumerable.Range(0, Math.Min(count, KeyPairs)).Select(_ => NewKey()).ToArray();
        for (var i = 0; i < count; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"terminal-{devices.Count}");
            store.Save(($"access-control/{id}/key", pool[i % pool.Length]));
            var device = MakeDevice(id, store, server);
            await macs.Locations.AddTerminalAsync(MacsDeviceLogic.SerialOf(id), "L");
            await device.PowerAsync(on: true);
            devices.Add(device);
        }
    }

    private MacsDevice MakeDevice(string id, SqliteStore store, MacsServer server)
    {
        var tap = new WireTap(clock, new(AccessControlSystem.Description));
        var parts = new SiteParts(clock, new Cables(clock, 1), tap, store, new("unused", 1), Seed: null);
        return new(
            new(id, AccessControlSystem.TerminalKind, "access-control", "Payment terminal"),
            parts,
            new MacsDeviceLogic(id, settings, pans, []),
            () => new MacsDeviceClient(parts.Cables.Lay(id), parts.Tap, clock, MacsDeviceLogic.SerialOf(id), () => server.Address),
            typeof(MacsDeviceView));
    }

    /// <summary>[Get Pairing Code], type it, press Pair; done when it is paired and has both lists.</summary>
    private static async Task PairAsync(MacsServices macs, MacsDevice device)
    {
        var serial = MacsDeviceLogic.SerialOf(device.Info.Id);
        var code = await macs.Pairing.GetCodeAsync(serial);
        await device.EnterAsync(MacsDeviceFields.Code, code!.Code);
        await device.PressAsync(MacsDeviceButtons.Pair);
        await UntilAsync(device, d => d.Panel.Title == "PAIRED");
        await device.PressAsync(MacsDeviceButtons.Ok);
        await UntilAsync(device, d => d.State is { Memory: { Paired: true, ListsAt: not null } });
    }

    private static async Task UntilAsync(MacsDevice device, Func<MacsDevice, bool> isSo)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        device.Changed += Look;
        Look();
        await Task.WhenAny(done.Task, Task.Delay(Patience, TimeProvider.System));
        device.Changed -= Look;
        if (!done.Task.IsCompleted)
        {
            throw new InvalidOperationException(
                $"{device.Info.Id} is not paired; it shows: {device.Panel.Title}: {string.Join(' ', device.Panel.Texts)}");
        }

        void Look()
        {
            if (isSo(device))
            {
                done.TrySetResult();
            }
        }
    }

    private static string NewKey()
    {
        using var made = DeviceCredentials.Create();
        return made.ToText();
    }

    /// <summary>Devices' signatures a second, with nothing else to do.</summary>
    private double Signatures()
    {
        using var key = DeviceCredentials.FromText(NewKey());
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < 1_000; i++)
        {
            key.Token("terminal", clock.GetUtcNow());
        }

        return 1_000 / 2 / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static (long Heap, long Process) Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        return (heap, process.WorkingSet64);
    }
}
