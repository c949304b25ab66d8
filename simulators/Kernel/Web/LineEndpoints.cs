using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Kernel.Serial;

namespace PairingLab.Kernel.Web;

/// <summary><c>/lab/lines</c>: the serial lines, and what can go wrong with them.</summary>
public static class LineEndpoints
{
    /// <summary>Maps the serial lines.</summary>
    public static void MapLines(this IEndpointRouteBuilder routes, LineDrum drum)
    {
        routes.MapGet("/lab/lines", () => Results.Json(drum.All.Select(l => Show(l.Key, l.Value)), LabJson.Options));
        routes.MapPost("/lab/lines/{id}", (string id, LineRequest request) => drum.Find(id) is not { } line
            ? LabError.NotFound("no_such_line", $"no serial line '{id}'; there are: {string.Join(", ", drum.All.Select(l => l.Key))}")
            : LineWork.Do(line, request, drum.Random) is { } whyNot
                ? LabError.BadRequest("bad_line", whyNot)
                : Results.Json(Show(id, line), LabJson.Options));
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
