using PairingLab.AccessControl.Devices;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Tests.Api;
using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.AccessControl.Tests.Devices;

/// <summary>The terminal SN-1 at the lounge of a running MACS, and whoever stands at it. Lab time is stepped: it waits for what is on the wire.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private readonly Cable cable;
    private ILabStore store = new MemoryStore();

    private Terminal(RunningMacs macs, MacsFront front)
    {
        (Macs, Front, cable) = (macs, front, new("sn-1", macs.Clock, new Random(1)));
        Device = Make();
    }

    public RunningMacs Macs { get; }

    public MacsFront Front { get; }

    public MacsDevice Device { get; private set; }

    public DeviceState State => Device.State!;

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
        await terminal.Macs.Macs.Rules.SaveAsync(terminal.Macs.Everybody with { Countries = ["POL"] }, "me");
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
        await PressAsync(DeviceButtons.Pair);
        Shown.ShouldBe("PAIRED: The terminal is paired.");
        await PressAsync(DeviceButtons.Ok);
    }

    public async Task TypeCodeAsync() => await Device.EnterAsync(DeviceFields.Code, (await Macs.Macs.Pairing.GetCodeAsync("SN-1"))!.Code);

    public async Task TapAsync(string pan = RunningMacs.Pan)
    {
        await PressAsync(DeviceButtons.IdentityConfirmed);
        await Device.EnterAsync(DeviceFields.Card, pan);
        await Device.EnterAsync(DeviceFields.Expiry, "05/28");
        await PressAsync(DeviceButtons.Contactless);
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
        store = new MemoryStore();
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

    private MacsDevice Make() => new(
        new("sn-1", AccessControlSystem.DeviceKind, "access-control", "Payment terminal"), new(),
        new(cable, new WireTap(Macs.Clock), Macs.Clock, store), new PanVault(RunningMacs.Secret), [])
    { MacsAddress = () => Front.Address };
}
