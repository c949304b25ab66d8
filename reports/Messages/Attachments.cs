using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Messages;

/// <summary>Which files go into the messages: pictures, which their readers show; a trace would only swell them.</summary>
internal static class Attachments
{
    public static IEnumerable<FileSeen> Of(IEnumerable<Seen> seen) =>
        seen.OfType<FileSeen>().Where(f => MediaType(f.Name).StartsWith("image/", StringComparison.Ordinal));

    public static string MediaType(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
