using PairingLab.Kernel.Panels;

namespace PairingLab.Host.Site;

/// <summary>A system, as benches name it.</summary>
/// <param name="Name">Its name in the directory.</param>
/// <param name="Make">Makes it from a site's parts and its settings as text.</param>
/// <param name="Check">Throws when the settings are wrong.</param>
internal sealed record NamedSystem(
    string Name, Func<SiteParts, IReadOnlyDictionary<string, string>, IPairingSystem> Make, Action<IReadOnlyDictionary<string, string>> Check)
{
    /// <summary>A system with that settings record.</summary>
    public static NamedSystem Of<TSettings>(string name, Func<SiteParts, TSettings, IPairingSystem> make)
        where TSettings : new() => new(
            name,
            (parts, texts) => make(parts, SettingsText.Apply<TSettings>(name, texts)),
            texts => SettingsText.Apply<TSettings>(name, texts));
}
