using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using PairingLab.Kernel.Panels;

namespace PairingLab.Host.Pages;

/// <summary>
/// A script, style or picture of the pages; its address carries a hash of what is in it, so that it may be kept for good.
/// </summary>
public sealed class LabAsset
{
    private LabAsset(string name, string type, byte[] content)
    {
        Name = name;
        Type = type;
        Content = content;
        Address = string.Create(CultureInfo.InvariantCulture, $"/assets/{Convert.ToHexStringLower(SHA256.HashData(content))[..12]}/{name}");
    }

    /// <summary>What keeps the pages live.</summary>
    public static LabAsset Script { get; } = Own("lab.js", "text/javascript; charset=utf-8");

    /// <summary>htmx.</summary>
    public static LabAsset Htmx { get; } = Own("htmx.min.js", "text/javascript; charset=utf-8");

    /// <summary>idiomorph, with its htmx extension.</summary>
    public static LabAsset Morph { get; } = Own("idiomorph-ext.min.js", "text/javascript; charset=utf-8");

    /// <summary>The picture in the browser's tab.</summary>
    public static LabAsset Icon { get; } = Own("lab.svg", "image/svg+xml");

    /// <summary>All but the style sheet.</summary>
    public static IReadOnlyList<LabAsset> All { get; } = [Script, Htmx, Morph, Icon];

    /// <summary>Its file name.</summary>
    public string Name { get; }

    /// <summary>Its content type.</summary>
    public string Type { get; }

    /// <summary>What is in it.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Where it is served.</summary>
    public string Address { get; }

    /// <summary>The one style sheet: the lab's, with each system's for its own views.</summary>
    public static LabAsset StyleOf(IEnumerable<SystemDescription> systems) => new("lab.css", "text/css; charset=utf-8",
    [
        .. Read(typeof(Panel).Assembly, "screens.css"),
        .. systems.SelectMany(s => s.Style is { } style ? Read(style.Assembly, style.Name) : []),
        .. Read(typeof(LabAsset).Assembly, "bench.css"),
    ]);

    private static LabAsset Own(string name, string type) => new(name, type, Read(typeof(LabAsset).Assembly, name));

    private static byte[] Read(Assembly assembly, string name)
    {
        using var resource = assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
