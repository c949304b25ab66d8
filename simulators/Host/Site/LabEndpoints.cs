using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Site;

/// <summary>Everything under /lab.</summary>
public static class LabEndpoints
{
    private const string Http = "http://";

    /// <summary>Maps the lab of a site.</summary>
    public static void MapLab(this IEndpointRouteBuilder routes, LabSite site)
    {
        routes.MapDocument();
        routes.MapClock(site.Clock);
        routes.MapCables(site.Cables);
        routes.MapLines(site.Lines);
        routes.MapPanels(site.Devices);
        routes.MapGet("/lab/directory", (HttpContext http) => Results.Json(Directory(site, http), LabJson.Options));
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
        routes.MapGet("/lab/devices", (HttpContext http) => Results.Json(Devices(site, http), LabJson.Options));
        routes.MapPost("/lab/devices", (HttpRequest http) => http.WithBodyAsync<DeviceSpec>(async spec =>
            await site.AddAsync(spec) is { } whyNot
                ? LabError.BadRequest("bad_device", whyNot)
                : Results.Json(
                    Devices(site, http.HttpContext).Single(d => d.Id == spec.Id),
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

    /// <summary>Addresses have the host name by which the client has reached the lab: another one may lead it nowhere.</summary>
    private static LabDirectory Directory(LabSite site, HttpContext http) => new(
        site.Name,
        [.. site.Systems.SelectMany(s => s.Directory)
            .Select(c => Seen(site, http, c) with { Pages = Seen(site, http, c.Pages) ?? $"{BaseOf(http)}/" })],
        [.. Devices(site, http)]);

    private static SystemInfo Seen(LabSite site, HttpContext http, SystemInfo info) => info with
    {
        Api = Seen(site, http, info.Api),
        Https = info.Api is { } api && api.StartsWith(Http, StringComparison.Ordinal)
            ? Seen(site, http, $"https://{api[Http.Length..]}")
            : null,
        Openapi = Seen(site, http, info.Openapi),
        Credentials = info.Credentials.ToDictionary(c => c.Key, c => Seen(site, http, c.Value)!, StringComparer.Ordinal),
    };

    [return: NotNullIfNotNull(nameof(address))]
    private static string? Seen(LabSite site, HttpContext http, string? address) =>
        address is null ? null : site.Listening.SeenBy(http.Request.Host.Host, address);

    private static IEnumerable<DeviceListing> Devices(LabSite site, HttpContext http) => site.Devices.All.Select(d => new DeviceListing(
        d.Info.Id, d.Info.Kind, d.Info.System, d.Info.Model, $"{BaseOf(http)}/devices/{d.Info.Id}",
        Seen(site, http, d.Line), Seen(site, http, d.Remote), d.Powered));

    private static string BaseOf(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";
}
