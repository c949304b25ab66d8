using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;
using PairingLab.Sci.Screens;

namespace PairingLab.Sci.Devices.Terminal;

/// <summary>A simulated EFTPOS terminal. All that it must not forget is kept by its tenant.</summary>
public sealed class TerminalDevice(DeviceCard card, SciSettings settings, Cable cable, WireTap tap, LabClock clock, Func<string> tenants) : IDevice
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
        power?.Change(s => TerminalDecisions.Press(s, button));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task EnterAsync(string field, string text)
    {
        power?.Change(s => TerminalDecisions.Type(s, text));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task PowerAsync(bool on)
    {
        if (on != Powered)
        {
            Interlocked.Exchange(ref power, null)?.Dispose();
            power = on ? new(card.Id, settings, cable, tap, clock, tenants, () => Changed?.Invoke()) : null;
            power?.Connect();
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
