using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Host.Pages;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.StandIns;

/// <summary>Body of <c>POST /lab/stand-ins/{id}</c>.</summary>
public sealed record BehaviourRequest(string? Behaviour);

/// <summary>The stand-ins for programs and for people: what they were asked, and how they are to answer.</summary>
internal static class StandInEndpoints
{
    public static void MapStandIns(this IEndpointRouteBuilder routes, SiteStandIns standIns, LiveBoard board)
    {
        routes.MapGet("/lab/stand-ins", () => Results.Json(Shown(standIns), LabJson.Options));
        routes.MapPost("/lab/stand-ins/{id}", (string id, HttpRequest http) => http.WithBodyAsync<BehaviourRequest>(request =>
            standIns.Set(id, request.Behaviour ?? "") is { } whyNot
                ? LabError.BadRequest("bad_behaviour", whyNot)
                : Results.Json(Shown(standIns), LabJson.Options)));
        routes.MapGet("/stand-ins", () => PageAsync(standIns, board, null));
        routes.MapPost("/stand-ins/{id}", async (string id, HttpRequest request) =>
        {
            var form = await RequestForm.ReadAsync(request);
            return standIns.Set(id, form["behaviour"].ToString()) is { } whyNot
                ? await PageAsync(standIns, board, whyNot)
                : Results.LocalRedirect("/stand-ins");
        });
    }

    private static object Shown(SiteStandIns standIns) => new
    {
        up = standIns.IsUp,
        standIns = standIns.Played.Select(p => new
        {
            id = p.Id,
            name = p.Name,
            behaviour = standIns.BehaviourOf(p),
            behaviours = SiteStandIns.ChoicesOf(p),
        }),
        journal = standIns.Journal,
    };

    private static Task<IResult> PageAsync(SiteStandIns standIns, LiveBoard board, string? whyNot) => PageWriter.PageAsync<StandInPage>(
        "Stand-ins", board, new() { ["StandIns"] = standIns, ["WhyNot"] = whyNot },
        whyNot is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}
