using PairingLab.Host.Site;
using PairingLab.Kernel.Panels;

namespace PairingLab.Host.Pages;

/// <summary>What of a bench a page shows, and how its reader reaches the lab.</summary>
/// <param name="System">The name of the system of the open tab; null for all of them.</param>
/// <param name="Host">The host name by which the reader has reached the lab: another one may lead nowhere.</param>
public sealed record BenchView(string? System, string Host)
{
    /// <summary>Whether a system is shown.</summary>
    public bool Has(string system) => System is null || System == system;

    /// <summary>Whether a cable or a line is shown: that of a device of the open tab, or of no device that would stand elsewhere.</summary>
    public bool HasCable(LabSite site, string id) =>
        site.Devices.Find(id) is { } device ? Has(device.Info.System) : System is null || site.Systems.All(s => s.Description.Name != id)
            || id == System;

    /// <summary>The devices that are shown.</summary>
    public IReadOnlyList<IDevice> Devices(LabSite site) => [.. site.Devices.All.Where(d => Has(d.Info.System))];

    /// <summary>The systems that are shown.</summary>
    public IEnumerable<IPairingSystem> Systems(LabSite site) => site.Systems.Where(s => Has(s.Description.Name));

    /// <summary>The address of a tab.</summary>
    public static string Tab(string system) => $"/systems/{system}";

    /// <summary>The tab that a bench opens with: the first system that has a device.</summary>
    public static string? First(LabSite site) =>
        (site.Systems.FirstOrDefault(s => site.Devices.All.Any(d => d.Info.System == s.Description.Name)) ?? site.Systems.FirstOrDefault())
            ?.Description.Name;
}
