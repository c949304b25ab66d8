using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>A terminal from the moment it gets power until it loses it.</summary>
internal sealed class KioskPower : IDisposable
{
    private readonly TrustSettings settings;
    private readonly Cable cable;
    private readonly WireTap tap;
    private readonly KioskLife life;
    private readonly Errands errands;
    private readonly KioskFetching fetching;
    private readonly KioskAsking asking;
    private readonly ITimer boot;

    public KioskPower(string id, string serial, string firstFirmware, TrustSettings settings, Cable cable, WireTap tap, LabClock clock, ILabStore store, Action changed)
    {
        this.settings = settings;
        this.cable = cable;
        this.tap = tap;
        var disk = new KioskDisk(id, store);
        life = new(serial, firstFirmware, disk, clock, changed);
        errands = new(cable, clock);
        fetching = new(settings, disk, life, errands, clock);
        asking = new(settings, life, fetching, errands, clock, Connect());
        life.Rebooting += Reboot;
        boot = clock.CreateTimer(_ => Start(), null, settings.BootTakes, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Its state now.</summary>
    public KioskState State => life.State;

    /// <summary>What its screen shows.</summary>
    public Panel Panel(string device) => KioskPanel.Of(device, State);

    /// <summary>Somebody does something at the screen.</summary>
    public void Do(Func<KioskState, KioskState> what)
    {
        var before = State.Attempt;
        life.Change(what);
        if (State.Attempt != before && State.Screen != KioskScreen.Starting)
        {
            asking.Ask();
        }
    }

    public void Dispose()
    {
        life.End();
        boot.Dispose();
        errands.Dispose();
        fetching.Dispose();
        asking.Dispose();
    }

    private KioskNetwork Connect() => new(life.Identity, cable, tap);

    private void Reboot()
    {
        fetching.Stop();
        asking.Stop(Connect());
        boot.Change(settings.BootTakes, Timeout.InfiniteTimeSpan);
    }

    private void Start()
    {
        life.Change(s => s with { Screen = KioskScreen.Running });
        asking.Begin();
    }
}
