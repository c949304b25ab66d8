using PairingLab.AccessControl.Devices;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Tests.Api;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Web;
using MacsDevice = PairingLab.Kernel.Simulation.Device<
    PairingLab.AccessControl.Devices.MacsDeviceState,
    PairingLab.AccessControl.Devices.MacsDeviceRequest,
    PairingLab.AccessControl.Devices.MacsDeviceReply>;

namespace PairingLab.AccessControl.Tests.Devices;

/// <summary>
/// The terminal SN-1 at the lounge of a running MACS, and the person at it. Lab time is stepped: it waits for what is on the wire.
/// </summary>
internal sealed class Terminal : IAsyncDisposable
{
    private const string Id = "sn-1";

    private readonly Cables cables;
    private FullDiskStore store = new();

    private Terminal(RunningMacs macs, MacsFront front)
    {
        (Macs, Front, cables) = (macs, front, new(macs.Clock, 1));
        Device = Make();
    }

    public RunningMacs Macs { get; }

    public MacsFront Front { get; }

    /// <summary>Whether the terminal's disk is full.</summary>
    public bool IsDiskFull { set => store.IsFull = value; }

    public MacsDevice Device { get; private set; }

    public MacsDeviceState State => Device.State!;

    /// <summary>Title and texts.</summary>
    public string Shown => $"{Device.Panel.Title}: {string.Join(" | ", Device.Panel.Texts)}";

    public static async Task<Terminal> StartAsync()
    {
        var macs = await RunningMacs.StartAsync();
        var terminal = new Terminal(macs, await MacsFront.StartAsync(macs.Address));
        await terminal.Device.PowerAsync(on: true);
        return terminal;
    }

    /// <summary>One that is paired, with lists in which every card of Alpha Bank is.</summary>
    public static async Task<Terminal> StartPairedAsync()
    {
        var terminal = await StartAsync();
        await terminal.Macs.Macs.RuleCommands.SaveAsync(terminal.Macs.Everybody with { Countries = ["POL"] }, "me");
        await terminal.PairAsync();
        return terminal;
    }

    /// <summary>Lets lab time pass, and all be done that is due by then.</summary>
    public Task PassAsync(TimeSpan span) => Macs.Clock.AdvanceAsync(span);

    public async Task PressAsync(string button)
    {
        await Device.PressAsync(button);
        await PassAsync(TimeSpan.Zero);
    }

    /// <summary>Gets a code, types it and reads what comes of it.</summary>
    public async Task PairAsync()
    {
        await TypeCodeAsync();
        await PressAsync(MacsDeviceButtons.Pair);
        Shown.ShouldBe("PAIRED: The terminal is paired.");
        await PressAsync(MacsDeviceButtons.Ok);
    }

    public async Task TypeCodeAsync() =>
        await Device.EnterAsync(MacsDeviceFields.Code, (await Macs.Macs.Pairing.GetCodeAsync("SN-1"))!.Code);

    public async Task TapAsync(string pan = RunningMacs.Pan)
    {
        await PressAsync(MacsDeviceButtons.IdentityConfirmed);
        await Device.EnterAsync(MacsDeviceFields.Card, pan);
        await Device.EnterAsync(MacsDeviceFields.Expiry, "05/28");
        await PressAsync(MacsDeviceButtons.Contactless);
    }

    /// <summary>A tap without connection; there is none from here on.</summary>
    public async Task TapOfflineAsync(string pan = RunningMacs.Pan)
    {
        Front.Broken = true;
        await TapAsync(pan);
    }

    public async Task LosePowerForAMomentAsync()
    {
        await Device.PowerAsync(on: false);
        await Device.PowerAsync(on: true);
    }

    /// <summary>Another terminal with the same serial number and an empty disk.</summary>
    public async Task ReplaceAsync()
    {
        await Device.DisposeAsync();
        store.Dispose();
        store = new();
        Device = Make();
        await Device.PowerAsync(on: true);
    }

    public async ValueTask DisposeAsync()
    {
        await Device.DisposeAsync();
        await Front.DisposeAsync();
        await Macs.DisposeAsync();
        store.Dispose();
    }

    private MacsDevice Make()
    {
        var tap = new WireTap(Macs.Clock, new(AccessControlSystem.Description));
        return new(
            new(Id, AccessControlSystem.TerminalKind, "access-control", "Payment terminal"),
            new(Macs.Clock, cables, tap, store, new("unused", 1), Seed: 1),
            new MacsDeviceLogic(Id, new(), new PanHasher(RunningMacs.Secret), []),
            () => new MacsDeviceClient(cables.Lay(Id), tap, Macs.Clock, MacsDeviceLogic.SerialOf(Id), () => Front.Address),
            typeof(MacsDeviceView));
    }

    private sealed class FullDiskStore : ILabStore
    {
        private readonly MemoryStore inner = new();

        public bool IsFull { get; set; }

        public string? Read(string key) => inner.Read(key);

        public IReadOnlyList<KeyValuePair<string, string>> ReadAll(string prefix) => inner.ReadAll(prefix);

        public void Save(params ReadOnlySpan<(string Key, string? Document)> changes)
        {
            if (IsFull)
            {
                throw new StoreException("the disk is full");
            }

            inner.Save(changes);
        }

        public void Dispose() => inner.Dispose();
    }
}
