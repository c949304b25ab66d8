using PairingLab.AccessControl.Sample;
using PairingLab.AccessControl.Screens;
using PairingLab.AccessControl.Services;
using PairingLab.Kernel.Panels;

namespace PairingLab.AccessControl.Devices;

/// <summary>A simulated MACS device: the payment terminal at a location. Its serial number is its id in capital letters.</summary>
public sealed class MacsDevice(DeviceCard card, AccessControlSettings settings, DeviceParts parts, PanVault pans, IReadOnlyList<SampleCard> wallet) : IDevice
{
    private DevicePower? power;

    /// <inheritdoc />
    public event Action? Changed;

    /// <inheritdoc />
    public DeviceCard Card => card;

    /// <summary>Where MACS is.</summary>
    public Func<string> MacsAddress { get; init; } = () => "";

    /// <summary>The serial number printed on it.</summary>
    public string Serial => card.Id.ToUpperInvariant();

    /// <inheritdoc />
    public bool Powered => power is not null;

    /// <inheritdoc />
    public string? Line => null;

    /// <inheritdoc />
    public Type Face => typeof(MacsDeviceFace);

    /// <inheritdoc />
    public Panel Panel => power is { } on ? DevicePanel.Of(card.Id, Serial, on.State, wallet) : Panel.Dark(card.Id);

    /// <summary>What it is at now; null without power.</summary>
    internal DeviceState? State => power?.State;

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
                power = new(card.Id, Serial, settings, parts, pans, wallet, () => MacsAddress(), () => Changed?.Invoke());
                power.Boot();
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
