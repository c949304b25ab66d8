using PairingLab.Kernel.Panels;
using PairingLab.Sci.Screens;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>The reference POS: it keeps every certification rule.</summary>
public sealed class PosDevice(DeviceCard card, SciSettings settings, SiteParts parts, PosConfiguration built) : IDevice
{
    private PosPower? power;

    /// <inheritdoc />
    public event Action? Changed;

    /// <inheritdoc />
    public DeviceCard Card => card;

    /// <inheritdoc />
    public bool Powered => power is not null;

    /// <inheritdoc />
    public string? Line => null;

    /// <inheritdoc />
    public Type Face => typeof(PosFace);

    /// <inheritdoc />
    public Panel Panel => power is { } on ? PosPanel.Of(card.Id, on.State) : Panel.Dark(card.Id);

    /// <summary>What it knows; null without power.</summary>
    public PosState? State => power?.State;

    /// <inheritdoc />
    public Task PressAsync(string button)
    {
        power?.Change(s => PosDecisions.Press(s, button));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task EnterAsync(string field, string text)
    {
        power?.Change(s => PosDecisions.Type(s, field, text));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task PowerAsync(bool on)
    {
        if (on != Powered)
        {
            Interlocked.Exchange(ref power, null)?.Dispose();
            power = on ? new(card.Id, settings, parts, built, () => Changed?.Invoke()) : null;
            power?.Start();
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
