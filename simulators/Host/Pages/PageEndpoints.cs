using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Host.Site;

namespace PairingLab.Host.Pages;

/// <summary>The bench page and the page of each device.</summary>
public static class PageEndpoints
{
    /// <summary>Maps the pages of a site.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes, LabSite site) =>
        routes.MapGet("/", () => Results.Text($"bench {site.Name}"));
}
