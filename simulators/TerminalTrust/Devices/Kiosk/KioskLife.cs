using System.Security.Cryptography.X509Certificates;
using PairingLab.Kernel.Time;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>What a terminal knows, from boot to boot: every change is on its disk before anybody sees it.</summary>
internal sealed class KioskLife
{
    private readonly Lock gate = new();
    private readonly string serial;
    private readonly string firstFirmware;
    private readonly KioskDisk disk;
    private readonly LabClock clock;
    private readonly Action changed;
    private KioskState state;
    private bool ended;

    public KioskLife(string serial, string firstFirmware, KioskDisk disk, LabClock clock, Action changed)
    {
        this.serial = serial;
        this.firstFirmware = firstFirmware;
        this.disk = disk;
        this.clock = clock;
        this.changed = changed;
        (Identity, state) = Boot(0);
    }

    /// <summary>The terminal boots again. Runs under the lock: be short.</summary>
    public event Action? Rebooting;

    /// <summary>Its certificate, with the key.</summary>
    public X509Certificate2 Identity { get; private set; }

    /// <summary>Its state now.</summary>
    public KioskState State => Volatile.Read(ref state);

    /// <summary>Something changes. Whoever loses what is on the disk, or gets other firmware, boots again.</summary>
    public void Change(Func<KioskState, KioskState> what)
    {
        lock (gate)
        {
            if (ended)
            {
                return;
            }

            var after = what(state);
            var boots = after.Wipe != KioskWipe.None || after.Firmware != state.Firmware;
            Keep(after);
            Volatile.Write(ref state, boots ? Reboot(after.Attempt + 1) : after);
        }

        changed();
    }

    /// <summary>An answer counts as long as the question is still the terminal's own.</summary>
    public void Hear(KioskState asked, Func<KioskState, KioskState> what) => Change(s => s.Attempt == asked.Attempt ? what(s) : s);

    /// <summary>Power is gone: nothing changes any more.</summary>
    public void End()
    {
        lock (gate)
        {
            ended = true;
        }
    }

    private void Keep(KioskState after)
    {
        if (after.Wipe == KioskWipe.None)
        {
            disk.Keep(after);
        }
        else
        {
            disk.Wipe(after);
        }
    }

    private KioskState Reboot(int attempt)
    {
        (Identity, var next) = Boot(attempt);
        Rebooting?.Invoke();
        return next;
    }

    private (X509Certificate2 Identity, KioskState State) Boot(int attempt)
    {
        var identity = disk.Identity(serial, clock.GetUtcNow());
        var known = disk.Read()?.ToState() ?? new() { Firmware = firstFirmware };
        return (identity, known with { Serial = serial, Code = Fingerprint.Of(identity.RawData), Attempt = attempt });
    }
}
