using System.Security.Cryptography;

namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>
/// A script, style or picture of the panel. Its address contains a hash of its content, so that browsers may cache it forever.
/// </summary>
public sealed class AdminAsset(string name, string type, byte[] content)
{
    /// <summary>The style sheet.</summary>
    public static AdminAsset Style { get; } = Own("admin.css", "text/css; charset=utf-8");

    /// <summary>Shows dates in the browser's time zone and updates live lists.</summary>
    public static AdminAsset Script { get; } = Own("admin.js", "text/javascript; charset=utf-8");

    /// <summary>htmx.</summary>
    public static AdminAsset Htmx { get; } = Own("htmx.min.js", "text/javascript; charset=utf-8");

    /// <summary>idiomorph, with its htmx extension.</summary>
    public static AdminAsset Morph { get; } = Own("idiomorph-ext.min.js", "text/javascript; charset=utf-8");

    /// <summary>The lab's logo.</summary>
    public static AdminAsset Logo { get; } = Own("logo.svg", "image/svg+xml");

    /// <summary>All built-in assets.</summary>
    public static IReadOnlyList<AdminAsset> All { get; } = [Style, Script, Htmx, Morph, Logo];

    /// <summary>Its content type.</summary>
    public string Type => type;

    /// <summary>The content.</summary>
    public ReadOnlyMemory<byte> Content => content;

    /// <summary>Its path.</summary>
    public string Address { get; } = $"/admin/assets/{Convert.ToHexStringLower(SHA256.HashData(content))[..12]}/{name}";

    private static AdminAsset Own(string name, string type)
    {
        using var resource = typeof(AdminAsset).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return new(name, type, content.ToArray());
    }
}
