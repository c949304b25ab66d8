using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;
using PairingLab.SmartConnect.Screens;

namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>A simulated payment device (EFTPOS terminal) on a cable. Its internal id is the vendor's; a new one bears the id of the bench.</summary>
public sealed class TerminalDevice(
    DeviceCard card, SmartConnectSettings settings, Cable cable, WireTap tap, LabClock clock, ILabStore store, Func<string?> server) : IDevice
{
    private TerminalPower? power;

    /// <inheritdoc />
    public event Action? Changed;

    /// <inheritdoc />
    public DeviceCard Card => card;

    /// <inheritdoc />
    public bool Powered => power is not null;

    /// <inheritdoc />
    public string? Line => null;

    /// <inheritdoc />
    public Type Face => typeof(TerminalFace);

    /// <inheritdoc />
    public Panel Panel => power is { } on ? TerminalPanel.Of(card.Id, on.State) : Panel.Dark(card.Id);

    /// <inheritdoc />
    public Task PressAsync(string button)
    {
        power?.Press(button);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task EnterAsync(string field, string text)
    {
        power?.Type(text);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task PowerAsync(bool on)
    {
        if (on != Powered)
        {
            Interlocked.Exchange(ref power, null)?.Dispose();
            if (on)
            {
                power = new(card.Id, settings, cable, tap, clock, store, server, () => Changed?.Invoke());
            }

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
