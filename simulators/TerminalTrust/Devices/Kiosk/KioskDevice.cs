using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;
using PairingLab.TerminalTrust.Screens;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>A simulated terminal: a kiosk with a touch screen, a cable and a power switch.</summary>
public sealed class KioskDevice(
    DeviceCard card, string serial, string firstFirmware, TrustSettings settings, Cable cable, WireTap tap, LabClock clock, ILabStore store) : IDevice
{
    private KioskPower? power;

    /// <inheritdoc />
    public event Action? Changed;

    /// <inheritdoc />
    public DeviceCard Card => card;

    /// <summary>Its serial number, as on the type plate.</summary>
    public string Serial => serial;

    /// <summary>What it knows; null without power.</summary>
    public KioskState? State => power?.State;

    /// <inheritdoc />
    public bool Powered => power is not null;

    /// <inheritdoc />
    public string? Line => null;

    /// <inheritdoc />
    public Type Face => typeof(KioskFace);

    /// <inheritdoc />
    public Panel Panel => power is { } on ? on.Panel(card.Id) : Panel.Dark(card.Id);

    /// <inheritdoc />
    public Task PressAsync(string button)
    {
        power?.Do(s => KioskDecisions.Press(s, button));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task EnterAsync(string field, string text)
    {
        power?.Do(s => KioskDecisions.Type(s, text));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task PowerAsync(bool on)
    {
        if (on != Powered)
        {
            Interlocked.Exchange(ref power, null)?.Dispose();
            power = on ? new(card.Id, serial, firstFirmware, settings, cable, tap, clock, store, () => Changed?.Invoke()) : null;
            Changed?.Invoke();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref power, null)?.Dispose();
        return ValueTask.CompletedTask;
    }
}
