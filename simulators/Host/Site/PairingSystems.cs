using PairingLab.AccessControl;
using PairingLab.Commander;
using PairingLab.Drivers.Bench;
using PairingLab.Host.Pages;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Web;
using PairingLab.Sci;
using PairingLab.SmartConnect;
using PairingLab.TerminalTrust;

namespace PairingLab.Host.Site;

/// <summary>The pairing systems that a lab knows, by what they say of themselves.</summary>
public sealed class PairingSystems(params IReadOnlyList<SystemDescription> all)
{
    private static readonly Dictionary<string, string> NoSettings = [];

    private readonly Lazy<LabAsset> style = new(() => LabAsset.StyleOf(all));

    /// <summary>The lab's five. The one table that names them.</summary>
    public static PairingSystems BuiltIn { get; } = new(
        CommanderSystem.Description,
        SciSystem.Description,
        SmartConnectSystem.Description,
        TerminalTrustSystem.Description,
        AccessControlSystem.Description);

    /// <summary>All of them.</summary>
    public IReadOnlyList<SystemDescription> All => all;

    /// <summary>The kinds of device that a bench file can hold.</summary>
    public BenchKinds Kinds { get; } = new(all.SelectMany(s => s.Kinds.Select(k => new BenchKind(k.Name, s.Name, k.Models)
    {
        HasLine = k.HasLine,
        HasBase = k.HasBase,
        PluggedInto = k.PluggedInto,
    })));

    /// <summary>What no evidence may hold.</summary>
    public Redaction Redaction { get; } = new(all);

    /// <summary>The site that host starts with when no bench is named.</summary>
    public SiteOptions Sample => new() { Known = this, Devices = [.. all.SelectMany(s => s.SampleDevices)] };

    /// <summary>The lab's style sheet with those of the systems.</summary>
    internal LabAsset Style => style.Value;

    /// <summary>The systems of a site, with their settings.</summary>
    /// <exception cref="SiteException">A system or a setting is unknown, or its value is invalid.</exception>
    public IEnumerable<IPairingSystem> Make(SiteOptions options, SiteParts parts)
    {
        foreach (var name in options.Settings.Keys.Concat(options.Systems ?? []))
        {
            _ = Find(name);
        }

        return all.Where(s => options.Systems?.Contains(s.Name, StringComparer.Ordinal) ?? true)
            .Select(s => Make(s, options.Settings.GetValueOrDefault(s.Name) ?? NoSettings, parts));
    }

    /// <summary>What is wrong with a setting; null when nothing is.</summary>
    public string? WhyNot(string system, string name, string text)
    {
        try
        {
            _ = SettingsText.Apply(Find(system), new Dictionary<string, string>(StringComparer.Ordinal) { [name] = text });
            return null;
        }
        catch (SiteException e)
        {
            // The place in the file already says which setting.
            return e.Message[(e.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        }
    }

    /// <summary>Whether a setting says what would be so without it.</summary>
    public bool IsDefault(string system, string name, string text) => SettingsText.IsDefault(Find(system), name, text);

    private static IPairingSystem Make(
        SystemDescription system, IReadOnlyDictionary<string, string> settings, SiteParts parts) => system.Make(
        SettingsText.PortOf(system, settings) is { } port ? parts with { Listening = parts.Listening.From(port) } : parts,
        SettingsText.Apply(system, settings));

    private SystemDescription Find(string name) => all.FirstOrDefault(s => s.Name == name)
        ?? throw new SiteException($"settings.{name}: no such system '{name}'; there are: {string.Join(", ", all.Select(s => s.Name))}");
}
