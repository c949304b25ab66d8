using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Kernel.Serial;

namespace PairingLab.Kernel.Web;

/// <summary><c>/lab/lines</c>: the serial lines, and what can go wrong with them.</summary>
public static class LineEndpoints
{
    /// <summary>Maps the serial lines.</summary>
    public static void MapLines(this IEndpointRouteBuilder routes, SerialLines lines)
    {
        routes.MapGet("/lab/lines", () => Results.Json(lines.All.Select(l => Show(l.Key, l.Value)), LabJson.Options));
        routes.MapPost("/lab/lines/{id}", (string id, HttpRequest http) => http.WithBodyAsync<LineRequest>(request =>
            lines.Find(id) is not { } line
            ? LabError.NotFound("no_such_line", $"no serial line '{id}'; there are: {string.Join(", ", lines.All.Select(l => l.Key))}")
            : LineWork.Do(line, request) is { } whyNot
                ? LabError.BadRequest("bad_line", whyNot)
                : Results.Json(Show(id, line), LabJson.Options)));
    }

    private static object Show(string id, SerialCable line) => new
    {
        id,
        address = line.Port.Address,
        plugged = line.Port.Plugged,
        connected = line.Connected,
        faults = line.Faults.Select(f => f.GetType().Name),
    };
}
