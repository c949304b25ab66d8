using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Kernel.Network;

namespace PairingLab.Host.Site;

/// <summary>The OpenAPI document of everything under /lab.</summary>
public static class LabDocument
{
    /// <summary>Where it is served.</summary>
    public const string Path = "/lab/openapi.json";

    /// <summary>Where a page shows it: not under /lab, where all is for programs.</summary>
    public const string PagePath = "/lab-api";

    private static readonly byte[] Document = Read();

    /// <summary>Serves it.</summary>
    public static void MapDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, () => Results.Bytes(Document, "application/json; charset=utf-8"));
        routes.MapApiPage("PairingLab", Path, PagePath);
    }

    private static byte[] Read()
    {
        using var resource = typeof(LabDocument).Assembly.GetManifestResourceStream("lab-openapi.json")!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
