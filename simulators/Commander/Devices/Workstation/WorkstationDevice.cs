using PairingLab.Commander.Devices.Workstation.Commands;
using PairingLab.Commander.Screens;
using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>A simulated POS workstation: the core, and at its rim the network, the disk and the power switch.</summary>
public sealed class WorkstationDevice : IDevice
{
    private readonly WorkstationRim rim;
    private readonly string firstBase;
    private WorkstationPower? power;

    /// <summary>A workstation on a cable, switched off.</summary>
    public WorkstationDevice(DeviceCard card, string softwareBase, CommanderSettings settings, Cable cable, WireTap tap, LabClock clock, ILabStore store)
    {
        rim = new(card, settings, cable, tap, clock, store, () => CommanderAddress());
        firstBase = softwareBase;
    }

    /// <inheritdoc />
    public event Action? Changed;

    /// <inheritdoc />
    public DeviceCard Card => rim.Card;

    /// <summary>The Commander at the other end of its cable; null when it is plugged in nowhere.</summary>
    public Func<string?> CommanderAddress { get; set; } = () => null;

    /// <inheritdoc />
    public bool Powered => power is not null;

    /// <inheritdoc />
    public string? Line => null;

    /// <summary>Where the Helpdesk reaches it; null without power.</summary>
    public string? Remote => power?.Remote;

    /// <inheritdoc />
    public Type Face => typeof(WorkstationFace);

    /// <inheritdoc />
    public Panel Panel => power is { } on ? WorkstationPanel.Of(Card.Id, on.State) : Panel.Dark(Card.Id);

    /// <inheritdoc />
    public Task PressAsync(string button)
    {
        power?.Do(new PressButton(button));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task EnterAsync(string field, string text)
    {
        power?.Do(new TypeOtp(text));
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
                power = new(rim, firstBase, () => Changed?.Invoke());
                power.Do(new PowerOn());
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
