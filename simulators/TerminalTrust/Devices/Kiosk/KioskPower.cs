using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Server;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>A terminal from the moment it gets power until it loses it.</summary>
internal sealed class KioskPower : IDisposable
{
    /// <summary>How many pieces a package is fetched in. Lab's choice.</summary>
    private const int Pieces = 8;

    private readonly Lock gate = new();
    private readonly string serial;
    private readonly string firstFirmware;
    private readonly TrustSettings settings;
    private readonly Cable cable;
    private readonly WireTap tap;
    private readonly LabClock clock;
    private readonly KioskDisk disk;
    private readonly Action changed;
    private readonly Errands errands;
    private readonly ITimer boot;
    private readonly ITimer ask;
    private readonly ITimer fetch;
    private KioskNetwork network;
    private KioskState state;
    private int asking;
    private volatile bool fetching;
    private bool ended;

    public KioskPower(string id, string serial, string firstFirmware, TrustSettings settings, Cable cable, WireTap tap, LabClock clock, ILabStore store, Action changed)
    {
        this.serial = serial;
        this.firstFirmware = firstFirmware;
        this.settings = settings;
        this.cable = cable;
        this.tap = tap;
        this.clock = clock;
        this.changed = changed;
        disk = new(id, store);
        errands = new(cable, clock);
        boot = clock.CreateTimer(_ => Start(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        ask = clock.CreateTimer(_ => Ask(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        fetch = clock.CreateTimer(_ => Fetch(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        (network, state) = Boot(0);
    }

    /// <summary>Its state now.</summary>
    public KioskState State => Volatile.Read(ref state);

    /// <summary>What its screen shows.</summary>
    public Panel Panel(string device) => KioskPanel.Of(device, State);

    /// <summary>Somebody does something at the screen.</summary>
    public void Do(Func<KioskState, KioskState> what)
    {
        var before = State.Attempt;
        Change(what);
        if (State.Attempt != before && State.Screen != KioskScreen.Starting)
        {
            Ask();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            ended = true;
        }

        boot.Dispose();
        ask.Dispose();
        fetch.Dispose();
        errands.Dispose();
        network.Dispose();
    }

    private (KioskNetwork Network, KioskState State) Boot(int attempt)
    {
        fetching = false;
        var identity = disk.Identity(serial, clock.GetUtcNow());
        var known = disk.Read()?.ToState() ?? new() { Firmware = firstFirmware };
        ask.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        boot.Change(settings.BootTakes, Timeout.InfiniteTimeSpan);
        return (new(identity, cable, tap), known with { Serial = serial, Code = Fingerprint.Of(identity.RawData), Attempt = attempt });
    }

    private void Start()
    {
        ask.Change(settings.AskInterval, settings.AskInterval);
        Change(s => s with { Screen = KioskScreen.Running });
        Ask();
    }

    private void Change(Func<KioskState, KioskState> what)
    {
        lock (gate)
        {
            if (ended)
            {
                return;
            }

            var after = what(state);
            if (after.Wipe != KioskWipe.None)
            {
                disk.Wipe(after);
                Reboot(after);
                return;
            }

            disk.Keep(after);
            Volatile.Write(ref state, after);
        }

        changed();
    }

    /// <summary>Starts again with what is on the disk. Called under the lock.</summary>
    private void Reboot(KioskState last)
    {
        network.Dispose();
        (network, var next) = Boot(last.Attempt + 1);
        Volatile.Write(ref state, next);
        changed();
    }

    /// <summary>Asks master, when it is known, else gate first. One question at a time.</summary>
    private void Ask()
    {
        var now = State;
        if (KioskDecisions.BaseOf(now.Host) is not { } address || fetching || Interlocked.Exchange(ref asking, 1) == 1)
        {
            return;
        }

        if (now.Master is not null)
        {
            AskMaster(now, network);
            return;
        }

        var over = network;
        errands.Send("ask gate", settings.AnswerPatience, default, async cancel =>
        {
            var heard = await over.HelloAsync(address, serial, now.Firmware, cancel).ConfigureAwait(false);
            Hear(now, s => KioskHearing.Gate(s, heard));
            AfterGate(now, over);
        });
    }

    private void AfterGate(KioskState asked, KioskNetwork over)
    {
        var now = State;
        if (now.Attempt == asked.Attempt && now.Master is not null)
        {
            AskMaster(now, over);
            return;
        }

        if (now.Attempt == asked.Attempt && now is { Upgrade: not null, Trouble: null, WaitsForUpgrade: false })
        {
            fetching = true;
            fetch.Change(settings.PieceTakes, Timeout.InfiniteTimeSpan);
        }

        asking = 0;
    }

    private void AskMaster(KioskState asked, KioskNetwork over) => errands.Send("ask master", settings.AnswerPatience, default, async cancel =>
    {
        var vpn = asked.Scenario == DeploymentScenario.A ? asked.Vpn : null;
        var heard = await over.StatusAsync(asked.Master!, asked.Pin!, vpn, cancel).ConfigureAwait(false);
        Hear(asked, s => KioskHearing.Master(s, heard));
        asking = 0;
    });

    /// <summary>An answer counts as long as the question is still the terminal's own.</summary>
    private void Hear(KioskState asked, Func<KioskState, KioskState> what) => Change(s => s.Attempt == asked.Attempt ? what(s) : s);

    private void Fetch()
    {
        var now = State;
        if (now is { Upgrade: { } upgrade, Trouble: null } && fetching)
        {
            var over = network;
            errands.Send("fetch firmware", settings.AnswerPatience, default, cancel => FetchAsync(now, upgrade, over, cancel));
        }
    }

    private async Task FetchAsync(KioskState asked, KioskUpgrade upgrade, KioskNetwork over, CancellationToken cancel)
    {
        var (reply, piece, total) = await over.FetchAsync(upgrade.Package, upgrade.Received, FirmwarePackage.Length / Pieces, cancel).ConfigureAwait(false);
        var whole = Array.Empty<byte>();
        Hear(asked, s =>
        {
            whole = piece.Length > 0 ? disk.Append(upgrade.Received, piece) : [];
            return KioskHearing.Piece(s, whole.Length, piece.Length > 0 ? (int)total : 0, reply.Why);
        });
        if (State is not { Upgrade: { } now } || State.Attempt != asked.Attempt || whole.Length == 0)
        {
            fetching = false;
            return;
        }

        if (now.Received < now.Total)
        {
            fetch.Change(settings.PieceTakes, Timeout.InfiniteTimeSpan);
            return;
        }

        Install(FirmwarePackage.VersionIn(whole));
    }

    private void Install(string? version)
    {
        fetching = false;
        lock (gate)
        {
            var after = KioskHearing.Installed(state, version);
            disk.Keep(after);
            if (after.Trouble is null && !ended)
            {
                Reboot(after);
                return;
            }

            Volatile.Write(ref state, after);
        }

        changed();
    }
}
