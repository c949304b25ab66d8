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
    private readonly CommanderSettings settings;
    private readonly Cable cable;
    private readonly WireTap tap;
    private readonly LabClock clock;
    private readonly ILabStore store;
    private readonly string firstBase;
    private WorkstationPower? power;

    /// <summary>A workstation on a cable, switched off.</summary>
    public WorkstationDevice(DeviceCard card, string softwareBase, CommanderSettings settings, Cable cable, WireTap tap, LabClock clock, ILabStore store)
    {
        Card = card;
        firstBase = softwareBase;
        this.settings = settings;
        this.cable = cable;
        this.tap = tap;
        this.clock = clock;
        this.store = store;
    }

    /// <inheritdoc />
    public event Action? Changed;

    /// <inheritdoc />
    public DeviceCard Card { get; }

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
                power = new(Card, settings, cable, tap, clock, store, firstBase, () => CommanderAddress(), () => Changed?.Invoke());
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
