using PairingLab.AccessControl;
using PairingLab.Commander;
using PairingLab.Kernel.Panels;
using PairingLab.Sci;
using PairingLab.SmartConnect;
using PairingLab.TerminalTrust;

namespace PairingLab.Host.Site;

/// <summary>The one place that knows which systems there are.</summary>
internal static class PairingSystems
{
    private static readonly NamedSystem[] All =
    [
        NamedSystem.Of<CommanderSettings>("commander", (parts, settings) => new CommanderSystem(parts, settings)),
        NamedSystem.Of<SciSettings>("sci", (parts, settings) => new SciSystem(parts, settings)),
        NamedSystem.Of<SmartConnectSettings>("smartconnect", (parts, settings) => new SmartConnectSystem(parts, settings)),
        NamedSystem.Of<TrustSettings>("terminal-trust", (parts, settings) => new TerminalTrustSystem(parts, settings)),
        NamedSystem.Of<AccessControlSettings>("access-control", (parts, settings) => new AccessControlSystem(parts, settings)),
    ];

    /// <summary>The systems of a site, with their settings.</summary>
    /// <exception cref="SiteException">There is no such system or setting.</exception>
    public static IEnumerable<IPairingSystem> Make(SiteOptions options, SiteParts parts)
    {
        foreach (var name in options.Settings.Keys.Concat(options.Systems ?? []))
        {
            _ = Find(name);
        }

        var nothing = new Dictionary<string, string>(StringComparer.Ordinal);
        return All.Where(s => options.Systems?.Contains(s.Name, StringComparer.Ordinal) ?? true)
            .Select(s => s.Make(parts, options.Settings.GetValueOrDefault(s.Name) ?? nothing));
    }

    /// <summary>A system by its name.</summary>
    /// <exception cref="SiteException">There is none of that name.</exception>
    public static NamedSystem Find(string name) => Array.Find(All, s => s.Name == name)
        ?? throw new SiteException($"settings.{name}: no such system '{name}'; there are: {string.Join(", ", All.Select(s => s.Name))}");
}
