using PairingLab.Commander.Api;
using PairingLab.Commander.Controller;
using PairingLab.Commander.Screens;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;

namespace PairingLab.Commander.Devices.StatusDisplay;

/// <summary>
/// A simulated Commander as a person meets it: a box with a power switch and a status display of two digits, which a probe
/// reads over a serial line.
/// </summary>
public sealed class StatusDisplayDevice : IDevice
{
    /// <summary>The lab's own button: the Commander is replaced, or its software re-loaded.</summary>
    public const string Reload = "Re-load software";

    private readonly CommanderSettings settings;
    private readonly string firstBase;
    private readonly LabClock clock;
    private readonly ILabStore store;
    private readonly CommanderCodes codes;
    private readonly DisplayProbe probe;
    private readonly SemaphoreSlim switching = new(1, 1);
    private CommanderPower? power;

    /// <summary>A Commander, switched off.</summary>
    public StatusDisplayDevice(
        DeviceCard card, string softwareBase, CommanderSettings settings, LabClock clock, ILabStore store, CommanderCodes codes, IDisplayLine line)
    {
        Card = card;
        firstBase = softwareBase;
        this.settings = settings;
        this.clock = clock;
        this.store = store;
        this.codes = codes;
        probe = new(line, clock, settings, () => power?.Commander.Frame ?? DisplayFrame.Dark, () => Changed?.Invoke());
    }

    /// <inheritdoc />
    public event Action? Changed;

    /// <inheritdoc />
    public DeviceCard Card { get; }

    /// <inheritdoc />
    public bool Powered => power is not null;

    /// <inheritdoc />
    public string? Line => probe.Address;

    /// <summary>The base of the API; the last one while there is no power, null before the first.</summary>
    public string? Address { get; private set; }

    /// <summary>The running Commander; null without power.</summary>
    public CommanderController? Commander => power?.Commander;

    /// <inheritdoc />
    public Type Face => typeof(StatusDisplayFace);

    /// <inheritdoc />
    public Panel Panel
    {
        get
        {
            if (power is not { } on)
            {
                return Panel.Dark(Card.Id);
            }

            var lit = DisplayFrame.Read(on.Commander.State.SiteOtp, clock.GetUtcNow(), settings.PairStays);
            return new(Card.Id, Card.Model, lit.Length == 0 ? [] : [lit], [new(Reload)], []);
        }
    }

    /// <inheritdoc />
    public async Task PressAsync(string button)
    {
        if (button == Reload && Powered)
        {
            await PowerAsync(false).ConfigureAwait(false);
            CommanderController.Forget(Card.Id, store);
            await PowerAsync(true).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public Task EnterAsync(string field, string text) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task PowerAsync(bool on)
    {
        await switching.WaitAsync().ConfigureAwait(false);
        try
        {
            if (on == Powered)
            {
                return;
            }

            if (on)
            {
                power = await CommanderPower.OnAsync(NewController(), PortOf(Address), clock).ConfigureAwait(false);
                Address = power.Address;
                power.Commander.Happened += (_, _) => probe.Look();
            }
            else
            {
                await power!.DisposeAsync().ConfigureAwait(false);
                power = null;
            }
        }
        finally
        {
            switching.Release();
        }

        probe.Look();
        Changed?.Invoke();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        probe.Dispose();
        if (power is { } on)
        {
            await on.DisposeAsync().ConfigureAwait(false);
        }
    }

    private CommanderController NewController() => new(Card.Id, Card.Model, firstBase, settings, store, clock, codes);

    private static int PortOf(string? address) => address is null ? 0 : new Uri(address).Port;
}
