using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>Name, logo and colours of the panel, from a JSON file (see lab-config/branding).</summary>
public sealed partial class Branding
{
    private static readonly string[] Members = ["$schema", "name", "logo", "accent", "accentDark"];

    private Branding(string name, string accent, string accentDark, AdminAsset logo)
    {
        (Name, Logo) = (name, logo);
        Style = new("branding.css", "text/css; charset=utf-8", Encoding.ASCII.GetBytes(
            $":root{{--accent:{accent}}}@media(prefers-color-scheme:dark){{:root{{--accent:{accentDark}}}}}"));
    }

    /// <summary>The built-in branding.</summary>
    public static Branding Own { get; } = new("Access Control", "#0b5cad", "#7fb8f5", AdminAsset.Logo);

    /// <summary>The name at the top of each page.</summary>
    public string Name { get; }

    /// <summary>The picture beside it.</summary>
    public AdminAsset Logo { get; }

    /// <summary>The colours.</summary>
    public AdminAsset Style { get; }

    /// <summary>Reads a file; an empty name gives the built-in branding.</summary>
    /// <exception cref="InvalidDataException">The file is invalid; the message says what would be valid.</exception>
    public static Branding Read(string file)
    {
        if (file.Length == 0)
        {
            return Own;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return Of(file, document.RootElement);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InvalidDataException($"branding file {file}: {e.Message}", e);
        }
    }

    private static Branding Of(string file, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(file, "must be an object: {\"name\":\"…\"}");
        }

        if (root.EnumerateObject()
            .FirstOrDefault(m => !Members.Contains(m.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
        {
            throw Wrong(file, $"\"{unknown.Name}\" is not known; there are: name, logo, accent, accentDark");
        }

        var name = Text(file, root, "name") ?? Own.Name;
        return name.Length is 0 or > 60
            ? throw Wrong(file, "\"name\" must have 1 to 60 characters")
            : new(name, Colour(file, root, "accent", "#0b5cad"), Colour(file, root, "accentDark", "#7fb8f5"), LogoOf(file, root));
    }

    private static AdminAsset LogoOf(string file, JsonElement root)
    {
        if (Text(file, root, "logo") is not { } logo)
        {
            return AdminAsset.Logo;
        }

        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, logo);
        var type = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            _ => throw Wrong(file, $"\"logo\" must name an .svg or .png file; it says {logo}"),
        };
        return File.Exists(path) ? new("logo" + Path.GetExtension(path), type, File.ReadAllBytes(path))
            : throw Wrong(file, $"\"logo\": there is no file {path}");
    }

    private static string Colour(string file, JsonElement root, string member, string usual) =>
        Text(file, root, member) is not { } colour ? usual
        : Hex().IsMatch(colour) ? colour
        : throw Wrong(file, $"\"{member}\" must be a colour as #0b5cad; it says {colour}");

    private static string? Text(string file, JsonElement root, string member) =>
        !root.TryGetProperty(member, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim()
        : throw Wrong(file, $"\"{member}\" must be a text");

    private static InvalidDataException Wrong(string file, string what) => new($"branding file {file}: {what}");

    [GeneratedRegex("^#[0-9a-fA-F]{6}\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Hex();
}
