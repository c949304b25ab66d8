using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;

namespace PairingLab.Kernel.Simulation;

/// <summary>
/// A simulated device: runs its logic one step at a time, keeps its memory before anybody sees it, sends its requests, wakes it when time
/// is due, and loses its power as suddenly as a pulled plug. docs/devices.md says how one is made.
/// </summary>
/// <param name="info">Its id, kind and model.</param>
/// <param name="parts">Clock, store and cables of the site.</param>
/// <param name="logic">What makes it that device.</param>
/// <param name="connect">How it reaches others; asked at each boot.</param>
/// <param name="view">The Razor component that draws it.</param>
public sealed class Device<TState, TRequest, TReply>(
    DeviceInfo info,
    SiteParts parts,
    IDeviceLogic<TState, TRequest, TReply> logic,
    Func<IDeviceClient<TRequest, TReply>> connect,
    Type view) : IDevice
    where TState : class
    where TRequest : notnull
{
    private readonly SemaphoreSlim switching = new(1, 1);
    private PoweredDevice<TState, TRequest, TReply>? powered;

    /// <inheritdoc />
    public event Action? Changed;

    /// <inheritdoc />
    public DeviceInfo Info => info;

    /// <inheritdoc />
    public bool Powered => powered is not null;

    /// <summary>Its serial line; null when it has none.</summary>
    public IDeviceLine? SerialLine { private get; init; }

    /// <summary>Whether it reaches others over a network cable of its own.</summary>
    public bool HasCable { private get; init; } = true;

    /// <summary>What the lab tells a tester beside a screen; null for nothing.</summary>
    public Func<Panel, IReadOnlyList<TesterNote>>? Advice { private get; init; }

    /// <inheritdoc />
    public IReadOnlyList<TesterNote> Help => Advice?.Invoke(Panel) ?? [];

    /// <inheritdoc />
    public string? Line => SerialLine?.Address;

    /// <inheritdoc />
    public string? Remote => powered?.Remote;

    /// <inheritdoc />
    public Type View => view;

    /// <inheritdoc />
    public Panel Panel => powered?.Panel ?? Panel.Dark(info.Id);

    /// <summary>What it knows; null without power.</summary>
    public TState? State => powered?.State;

    /// <inheritdoc />
    public Task PressAsync(string button) => DoAsync(s => logic.Press(s, button, parts.Clock.GetUtcNow()));

    /// <inheritdoc />
    public Task EnterAsync(string field, string text) => DoAsync(s => logic.Type(s, field, text));

    /// <inheritdoc />
    public async Task PowerAsync(bool on)
    {
        await switching.WaitAsync();
        try
        {
            if (on == Powered)
            {
                return;
            }

            await (on ? BootAsync() : PullAsync());
        }
        finally
        {
            switching.Release();
        }

        Changed?.Invoke();
    }

    /// <summary>What is told beside its screen has changed.</summary>
    public void HelpChanged() => Changed?.Invoke();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await PullAsync();
        SerialLine?.Dispose();
    }

    private async Task DoAsync(Func<TState, TState> what)
    {
        if (powered is { } on)
        {
            on.Do(what);
            await on.SettleAsync();
        }
    }

    private async Task BootAsync()
    {
        var client = connect();
        try
        {
            await client.StartAsync();
            var cable = HasCable ? parts.Cables.Lay(info.Id) : new Cable(info.Id, parts.Clock, new());
            var booted = new PoweredDevice<TState, TRequest, TReply>(
                logic, client, cable, parts.Clock, parts.Store, () => Changed?.Invoke());
            powered = booted;
            await booted.SettleAsync();
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    private async Task PullAsync()
    {
        if (Interlocked.Exchange(ref powered, null) is { } off)
        {
            await off.DisposeAsync();
        }
    }
}

/// <summary>A device's serial line: it is there as long as the device is, with power or without.</summary>
public interface IDeviceLine : IDisposable
{
    /// <summary>Where a reader finds it, a tty path or tcp://host:port; null while it is unplugged.</summary>
    string? Address { get; }
}
