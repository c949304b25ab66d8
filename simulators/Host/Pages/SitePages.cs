using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Host.Site;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Pages;

/// <summary>The page of the lab as a whole: its documents, its state as a file, and the way back to the beginning.</summary>
internal static class SitePages
{
    public static void MapSitePage(this IEndpointRouteBuilder routes, LabSite site, LiveBoard board)
    {
        routes.MapGet("/site", (HttpRequest request) => PageAsync(site, board, request.Query["said"] == "reset"
            ? "The lab has begun anew: all devices are there again, and nobody has paired with anybody."
            : null));
        routes.MapPost("/site/reset", async (HttpContext http) =>
        {
            await RequestForm.ReadAsync(http.Request);
            return await site.ResetAsync(http.RequestAborted) is { } whyNot
                ? await PageAsync(site, board, null, whyNot)
                : Results.LocalRedirect("/site?said=reset");
        });
    }

    private static Task<IResult> PageAsync(LabSite site, LiveBoard board, string? said, string? refusal = null) =>
        PageWriter.PageAsync<SitePage>(
            $"{site.Name} · PairingLab", board, new() { ["Site"] = site, ["Said"] = said, ["Refusal"] = refusal },
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
}
