using PairingLab.Drivers.Bench;
using PairingLab.Host.Site;
using PairingLab.Kernel.Panels;

namespace PairingLab.Host.Commands;

/// <summary>The devices of a hosted site.</summary>
internal static class HostedBench
{
    /// <summary>The site that host starts with when no bench is named.</summary>
    public static SiteOptions Small { get; } = new()
    {
        Devices =
        [
            new("commander-1", "commander-display"),
            new("config-1", "configuration-client"),
            new("pos-1", "pos-workstation", "Topaz"),
            new("pos-2", "pos-workstation", "Ruby2"),
            new("pos-3", "pos-workstation", "C18"),
            new("eftpos-1", "eftpos-terminal"),
            new("eftpos-2", "eftpos-terminal", ConnectedTo: "tenant-2"),
            new("sci-pos-1", "sci-pos"),
            new("payment-1", "payment-device"),
            new("payment-2", "payment-device"),
            new("register-1", "register"),
            new("register-2", "register"),
            new("cas-1", "cas"),
            new("kiosk-1", "kiosk-terminal"),
            new("kiosk-2", "kiosk-terminal", Base: "20221118"),
            new("kiosk-3", "kiosk-terminal", Base: "20190130"),
            new("macs-1", "macs-device"),
            new("macs-2", "macs-device"),
            new("macs-3", "macs-device"),
        ],
    };

    /// <summary>The simulated devices of a bench; real ones serve themselves.</summary>
    public static SiteOptions Of(Bench bench) => new()
    {
        Name = bench.Name,
        Stepped = bench.Clock == BenchClock.Stepped,
        Settings = bench.Settings.ToDictionary(
            of => of.Key,
            of => (IReadOnlyDictionary<string, string>)of.Value.ToDictionary(s => s.Name, s => s.Text, StringComparer.Ordinal),
            StringComparer.Ordinal),
        Devices = [.. bench.Devices.Where(d => d.Is == DeviceWay.Simulated).Select(SpecOf)],
    };

    private static DeviceSpec SpecOf(BenchDevice device) =>
        new(device.Id, device.Kind, device.Model, null, device.Commander, device.Baud, device.Parity.ToString().ToLowerInvariant());
}
