using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Host.Documents;
using PairingLab.Host.Site;
using PairingLab.Host.StandIns;

namespace PairingLab.Host.Pages;

/// <summary>The bench page and the page of each device.</summary>
public static class PageEndpoints
{
    /// <summary>Maps the pages of a site.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes, LabSite site)
    {
        var board = new LiveBoard(site);
        routes.MapAssets(site.Known.Style);
        routes.MapLive(board);
        routes.MapDevicePages(site, board);
        routes.MapBench(site, board);
        routes.MapWire(site, board);
        routes.MapSitePage(site, board);
        routes.MapDocuments();
        if (site.StandIns is { } standIns)
        {
            routes.MapStandIns(standIns, board);
        }
    }

    private static void MapAssets(this IEndpointRouteBuilder routes, LabAsset style)
    {
        foreach (var asset in LabAsset.All.Prepend(style))
        {
            routes.MapGet(asset.Address, (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                http.Response.Headers.XContentTypeOptions = "nosniff";
                return Results.Bytes(asset.Content, asset.Type);
            });
        }
    }
}
