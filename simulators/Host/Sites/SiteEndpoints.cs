using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Sites;

/// <summary>Makes and ends the isolated sites of a lab.</summary>
internal static class SiteEndpoints
{
    private const int LongestName = 64;

    /// <summary>Maps them; null at a site that was made so, which makes no further ones.</summary>
    public static void MapSites(this IEndpointRouteBuilder routes, LabSites? sites)
    {
        routes.MapGet("/lab/sites", (HttpContext http) => sites is null
            ? NotHere()
            : Results.Json(sites.All.Select(s => Listed(s, http)), LabJson.Options));
        routes.MapPost("/lab/sites", (HttpRequest http) => sites is null ? Task.FromResult(NotHere())
            : http.WithBodyAsync<SiteRequest>(async request =>
            {
                var (site, whyNot) = await sites.MakeAsync(request, http.HttpContext.RequestAborted);
                return site is null
                    ? LabError.BadRequest("bad_site", whyNot!)
                    : Results.Json(Listed(site, http.HttpContext), LabJson.Options, statusCode: StatusCodes.Status201Created);
            }));
        routes.MapGet("/lab/sites/{id}", (string id, HttpContext http) => sites?.Find(id) is { } site
            ? Results.Json(Listed(site, http), LabJson.Options)
            : Unknown(sites, id));
        routes.MapDelete("/lab/sites/{id}", async (string id) => sites is not null && await sites.EndAsync(id)
            ? Results.NoContent()
            : Unknown(sites, id));
        routes.MapPost("/lab/sites/{id}/reset", async (string id, HttpContext http) =>
        {
            if (sites?.Find(id) is not { } site)
            {
                return Unknown(sites, id);
            }

            await site.ResetAsync(http.RequestAborted);
            return Results.Json(Listed(site, http), LabJson.Options);
        });
        routes.MapPost("/lab/sites/{id}/snapshots", (string id, HttpRequest http) => http.WithBodyAsync<SnapshotRequest>(async request =>
        {
            if (sites?.Find(id) is not { } site)
            {
                return Unknown(sites, id);
            }

            if (!IsName(request.Name))
            {
                return LabError.BadRequest(
                    "bad_name", $"'{request.Name}' is no name of a snapshot; use up to {LongestName} letters, digits and dashes");
            }

            await site.TakeAsync(request.Name, http.HttpContext.RequestAborted);
            return Results.Json(Listed(site, http.HttpContext), LabJson.Options, statusCode: StatusCodes.Status201Created);
        }));
        routes.MapPost("/lab/sites/{id}/snapshots/{name}/restore", async (string id, string name, HttpContext http) =>
            sites?.Find(id) is not { } site ? Unknown(sites, id)
            : await site.GoBackAsync(name, http.RequestAborted) ? Results.Json(Listed(site, http), LabJson.Options)
            : LabError.NotFound(
                "no_such_snapshot",
                $"no snapshot '{name}'; there are: {(site.Snapshots is { Count: > 0 } names ? string.Join(", ", names) : "none")}"));
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static SiteListing Listed(IsolatedSite site, HttpContext http) => new(
        site.Id,
        $"http://{http.Request.Host.Host}:{site.Port}",
        site.Stepped ? "stepped" : "real",
        site.Seed,
        site.Idle,
        site.Snapshots);

    private static IResult Unknown(LabSites? sites, string id)
    {
        if (sites is null)
        {
            return NotHere();
        }

        var known = sites.All.Select(s => s.Id).DefaultIfEmpty("none");
        return LabError.NotFound("no_such_site", $"no site '{id}', or it was idle and has ended; there are: {string.Join(", ", known)}");
    }

    private static IResult NotHere() => LabError.NotFound(
        "no_sites_here", "this is a site itself; sites are made and ended at the address of the lab that it was made at");
}
