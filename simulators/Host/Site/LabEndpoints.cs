using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Commander.Devices.Workstation;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Site;

/// <summary>Everything under /lab.</summary>
public static class LabEndpoints
{
    /// <summary>Maps the lab of a site.</summary>
    public static void MapLab(this IEndpointRouteBuilder routes, LabSite site)
    {
        routes.MapClock(site.Clock);
        routes.MapCables(site.Cables);
        routes.MapLines(site.Lines);
        routes.MapPanels(site.Shelf);
        routes.MapGet("/lab/directory", (HttpContext http) => Results.Json(Directory(site, BaseOf(http)), LabJson.Options));
        routes.MapGet("/lab/exchanges", (long? after) => Results.Json(site.Tap.Since(after ?? 0), LabJson.Options));
        routes.MapGet("/lab/devices", (HttpContext http) => Results.Json(Devices(site, BaseOf(http)), LabJson.Options));
        routes.MapPost("/lab/devices", async (DeviceSpec spec, HttpContext http) => await site.AddAsync(spec) is { } whyNot
            ? LabError.BadRequest("bad_device", whyNot)
            : Results.Json(Devices(site, BaseOf(http)).Single(d => d.Id == spec.Id), LabJson.Options, statusCode: StatusCodes.Status201Created));
        routes.MapDelete("/lab/devices/{id}", async (string id) => await site.RemoveAsync(id)
            ? Results.NoContent()
            : LabError.NotFound("no_such_device", $"no device '{id}'"));
        routes.MapPost("/lab/devices/{id}/connect", (string id, ConnectRequest request) => site.Connect(id, request.To ?? "") is { } whyNot
            ? LabError.BadRequest("bad_connection", whyNot)
            : Results.NoContent());
    }

    private static object Directory(LabSite site, string page) => new
    {
        site = site.Name,
        systems = site.Systems.SelectMany(s => s.Directory).Select(c => c with { Pages = c.Pages ?? $"{page}/" }),
        devices = Devices(site, page),
    };

    private static IEnumerable<DeviceListing> Devices(LabSite site, string page) => site.Shelf.All.Select(d => new DeviceListing(
        d.Card.Id, d.Card.Kind, d.Card.System, d.Card.Model, $"{page}/devices/{d.Card.Id}", d.Line, (d as WorkstationDevice)?.Remote, d.Powered));

    private static string BaseOf(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";
}
