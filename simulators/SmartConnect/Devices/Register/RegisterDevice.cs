using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;
using PairingLab.SmartConnect.Screens;

namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>A simulated POS register on a cable, with a sale screen and a back office.</summary>
public sealed class RegisterDevice(
    DeviceCard card, SmartConnectSettings settings, Cable cable, WireTap tap, LabClock clock, ILabStore store, Func<string?> server) : IDevice
{
    private RegisterPower? power;

    /// <inheritdoc />
    public event Action? Changed;

    /// <inheritdoc />
    public DeviceCard Card => card;

    /// <inheritdoc />
    public bool Powered => power is not null;

    /// <inheritdoc />
    public string? Line => null;

    /// <inheritdoc />
    public Type Face => typeof(RegisterFace);

    /// <inheritdoc />
    public Panel Panel => power is { } on ? RegisterPanel.Of(card.Id, on.State) : Panel.Dark(card.Id);

    /// <inheritdoc />
    public Task PressAsync(string button)
    {
        power?.Press(button);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task EnterAsync(string field, string text)
    {
        power?.Type(field, text);
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
