using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Host.Site;

namespace PairingLab.Host.Pages;

/// <summary>The wire view: all exchanges on a page of their own; its address says what is shown.</summary>
internal static class WirePages
{
    public static void MapWire(this IEndpointRouteBuilder routes, LabSite site, LiveBoard board)
    {
        routes.MapGet("/wire", (HttpRequest request) => PageWriter.PageAsync<WirePage>(
            $"Wire · {site.Name} · PairingLab", board, Parameters(site, board, request.HttpContext)));
        routes.MapGet(
            "/bench/wire", (HttpRequest request) => PageWriter.FragmentAsync<WireList>(Parameters(site, board, request.HttpContext)));
    }

    private static Dictionary<string, object?> Parameters(LabSite site, LiveBoard board, HttpContext http)
    {
        var parameters = BenchAsk.Tab(site, board, http, system: null).Parameters();
        parameters.Remove("Refusal");
        parameters["Filter"] = WireFilter.Of(http.Request);
        return parameters;
    }
}
