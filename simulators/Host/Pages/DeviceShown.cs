using PairingLab.Kernel.Panels;

namespace PairingLab.Host.Pages;

/// <summary>A device as a page shows it at one moment.</summary>
/// <param name="Device">The device.</param>
/// <param name="Panel">What it shows.</param>
/// <param name="Version">The number of its last change.</param>
/// <param name="OnBench">Whether it is one of many on the bench page.</param>
/// <param name="Refusal">Why the last press or entry was refused; null when it was not.</param>
public sealed record DeviceShown(IDevice Device, Panel Panel, long Version, bool OnBench, string? Refusal)
{
    /// <summary>The address of its live part.</summary>
    public string Address => OnBench ? $"/devices/{Device.Info.Id}/panel?on=bench" : $"/devices/{Device.Info.Id}/panel";

    /// <summary>Reads a device.</summary>
    public static DeviceShown Of(IDevice device, LiveBoard board, bool onBench, string? refusal = null)
    {
        var version = board.Version(LiveBoard.Device(device.Info.Id));
        return new(device, device.Panel.WithoutSecrets(), version, onBench, refusal);
    }
}
