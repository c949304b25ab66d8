using PairingLab.Kernel.Panels;

namespace PairingLab.Commander.Devices.Router;

/// <summary>
/// The router between the POS workstations and their Commander. It has a power switch and nothing to press: without power, nothing gets
/// through.
/// </summary>
/// <param name="info">Who it is.</param>
/// <param name="switched">Told when its power changes, and when it is taken away.</param>
internal sealed class RouterDevice(DeviceInfo info, Action switched) : IDevice
{
    private volatile bool isGone;
    private volatile bool powered;

    /// <inheritdoc />
    public event Action? Changed;

    /// <inheritdoc />
    public DeviceInfo Info => info;

    /// <inheritdoc />
    public bool Powered => powered;

    /// <summary>Whether nothing gets through.</summary>
    public bool Blocks => !powered && !isGone;

    /// <inheritdoc />
    public Panel Panel => powered
        ? new(info.Id, info.Model, ["Connects the POS Workstations with the Commander"], [], [])
        : Panel.Dark(info.Id);

    /// <inheritdoc />
    public string? Line => null;

    /// <inheritdoc />
    public Type View => typeof(RouterView);

    /// <inheritdoc />
    public Task PressAsync(string button) => Task.CompletedTask;

    /// <inheritdoc />
    public Task EnterAsync(string field, string text) => Task.CompletedTask;

    /// <inheritdoc />
    public Task PowerAsync(bool on)
    {
        powered = on;
        switched();
        Changed?.Invoke();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        isGone = true;
        switched();
        return ValueTask.CompletedTask;
    }
}
