using PairingLab.Drivers.Bench;
using PairingLab.Host.Site;

namespace PairingLab.Host.Commands;

/// <summary>The devices of a hosted site.</summary>
internal static class HostedBench
{
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
        new(
            device.Id, device.Kind, device.Model, device.Base, device.PluggedInto, device.Baud,
            device.Parity.ToString().ToLowerInvariant());
}
