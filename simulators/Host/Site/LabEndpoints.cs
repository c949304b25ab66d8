using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Host.Sites;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Site;

/// <summary>Everything under /lab.</summary>
public static class LabEndpoints
{
    /// <summary>Maps the lab of a site.</summary>
    public static void MapLab(this IEndpointRouteBuilder routes, LabSite site)
    {
        routes.MapDocument();
        routes.MapSites(site.Sites);
        routes.MapClock(site.Clock);
        routes.MapCables(site.Cables);
        routes.MapLines(site.Lines);
        routes.MapPanels(site.Devices);
        routes.MapGet("/lab/directory", (HttpContext http) => Results.Json(SiteDirectory.Of(site, http), LabJson.Options));
        routes.MapGet("/lab/ca.pem", (HttpContext http) =>
        {
            http.Response.Headers.ContentDisposition = "attachment; filename=pairinglab-ca.pem";
            return Results.Text(site.Tls.Authority.Pem, "application/x-pem-file");
        });
        routes.MapGet("/lab/exchanges", (HttpRequest request) =>
        {
            var query = new LabQuery(request, "after");
            var after = query.Whole("after") ?? 0;
            return query.WhyNot is { } whyNot
                ? LabError.BadRequest("bad_query", whyNot)
                : Results.Json(site.Tap.Since(after), LabJson.Options);
        });
        routes.MapGet("/lab/audit", (HttpRequest request) => new LabQuery(request).WhyNot is { } whyNot
            ? LabError.BadRequest("bad_query", whyNot)
            : Results.Json(site.Audit.Last, LabJson.Options));
        routes.MapPost("/lab/reset", async (HttpRequest request) => await site.ResetAsync(request.HttpContext.RequestAborted) is { } whyNot
            ? LabError.Conflict(new("not_reset", whyNot))
            : Results.NoContent());
        routes.MapGet("/lab/state", async (HttpRequest request) => Results.File(
            await site.StateAsync(request.HttpContext.RequestAborted), "application/zip", $"{site.Name}-state.zip"));
        routes.MapGet("/lab/devices", (HttpContext http) => Results.Json(SiteDirectory.Devices(site, http), LabJson.Options));
        routes.MapPost("/lab/devices", (HttpRequest http) => http.WithBodyAsync<DeviceSpec>(async spec =>
            await site.AddAsync(spec) is { } whyNot
                ? LabError.BadRequest("bad_device", whyNot)
                : Results.Json(
                    SiteDirectory.Devices(site, http.HttpContext).Single(d => d.Id == spec.Id),
                    LabJson.Options,
                    statusCode: StatusCodes.Status201Created)));
        routes.MapDelete("/lab/devices/{id}", async (string id) => await site.RemoveAsync(id)
            ? Results.NoContent()
            : Unknown(site, id));
        routes.MapPost("/lab/devices/{id}/connect", (string id, HttpRequest http) => http.WithBodyAsync<ConnectRequest>(request =>
            site.Devices.Find(id) is null ? Unknown(site, id)
            : site.Connect(id, request.To ?? "") is { } whyNot ? LabError.BadRequest("bad_connection", whyNot)
            : Results.NoContent()));
    }

    private static IResult Unknown(LabSite site, string id) => LabError.NotFound(
        "no_such_device", $"no device '{id}'; there are: {string.Join(", ", site.Devices.All.Select(d => d.Info.Id))}");
}
