using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Kernel.Network;

namespace PairingLab.Kernel.Web;

/// <summary><c>/lab/cables</c>: what is plugged in where, and pulling it.</summary>
public static class CableEndpoints
{
    /// <summary>Maps the cables.</summary>
    public static void MapCables(this IEndpointRouteBuilder routes, Cables drum)
    {
        routes.MapGet("/lab/cables", () => Results.Json(drum.All.Select(Show), LabJson.Options));
        routes.MapGet("/lab/cables/{id}", (string id) =>
            drum.Find(id) is { } cable ? Results.Json(Show(cable), LabJson.Options) : Unknown(drum, id));
        routes.MapPost("/lab/cables/{id}", (string id, HttpRequest http) => http.WithBodyAsync<CableRequest>(request =>
        {
            if (drum.Find(id) is not { } cable)
            {
                return Unknown(drum, id);
            }

            if (request.State is not { } word
                || !Enum.TryParse<CableState>(word, ignoreCase: true, out var state)
                || !Enum.IsDefined(state))
            {
                return LabError.BadRequest("bad_state", $"no cable state '{request.State}'; there are: connected, cut, slow, lossy");
            }

            if (request.DivertedTo is { } end
                && !(Uri.TryCreate($"tcp://{end}", UriKind.Absolute, out var there) && there.Port > 0 && there.Authority == end))
            {
                return LabError.BadRequest("bad_diversion", $"divertedTo '{end}' is not a host and port such as 127.0.0.1:4444");
            }

            if (cable.DivertedTo != request.DivertedTo)
            {
                cable.Divert(request.DivertedTo);
            }

            cable.Set(state);
            return Results.Json(Show(cable), LabJson.Options);
        }));
    }

    private static IResult Unknown(Cables drum, string id) =>
        LabError.NotFound("no_such_cable", $"no cable '{id}'; there are: {string.Join(", ", drum.All.Select(c => c.Id))}");

    private static object Show(Cable cable) => cable.DivertedTo is { } end
        ? new { id = cable.Id, state = cable.State, divertedTo = end }
        : new { id = cable.Id, state = cable.State };
}
