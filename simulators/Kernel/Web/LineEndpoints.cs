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
            : WhyNot(line, request, drum.Random) is { } whyNot
                ? LabError.BadRequest("bad_line", whyNot)
                : Results.Json(Show(id, line), LabJson.Options));
    }

    /// <summary>One byte in a hundred: about every fifth sentence is damaged.</summary>
    private const double LossOfBytes = 0.01;

    private static string? WhyNot(SerialCable line, LineRequest request, Random random)
    {
        switch (request.Do)
        {
            case "mend":
                line.Mend();
                line.Port.Plug();
                return null;
            case "cut":
                line.Connected = false;
                return null;
            case "unplug":
                line.Port.Unplug();
                return null;
            case "plug":
                line.Port.Plug();
                return null;
            case "garbage":
                line.Add(new Garbage(random));
                return null;
            case "lossy":
                line.Add(new Lossy(LossOfBytes, random));
                return null;
            case "lose-byte" when request.Position is >= 0 and < DisplayLinkSentence.Length:
                line.Add(new LoseByte(request.Position.Value));
                return null;
            case "lose-byte":
                return $"position must be from 0 to {DisplayLinkSentence.Length - 1}, the place of the byte in a sentence";
            case "stuck-segment" when request.Segment is { Length: 1 } segment && "abcdefgp".Contains(segment, StringComparison.Ordinal):
                line.Add(new StuckSegment(segment[0], request.Digit == "left" ? DisplayDigit.Left : DisplayDigit.Right, request.Lit ?? true));
                return null;
            case "stuck-segment":
                return "segment must be one of a b c d e f g p";
            default:
                return $"nothing called '{request.Do}' can be done to a line; there are: mend, cut, unplug, plug, garbage, lossy, lose-byte, stuck-segment";
        }
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
