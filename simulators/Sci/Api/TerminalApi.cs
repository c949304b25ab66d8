using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Sci.Core;
using PairingLab.Sci.Service;

namespace PairingLab.Sci.Api;

/// <summary>What terminals ask of their tenants: acts, and a link over which they are told what happens.</summary>
public sealed class TerminalApi(SciService sci, TerminalHub hub)
{
    /// <summary>Maps the API.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/terminals/{id}/acts", ActAsync);
        routes.MapGet("/v1/terminals/{id}/link", LinkAsync);
    }

    private async Task ActAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            // A page of another site can send a text without being asked first, but no JSON.
            await Refusals.WriteAsync(
                http, Refusal.InvalidRequest, "the Content-Type must be application/json", StatusCodes.Status415UnsupportedMediaType);
            return;
        }

        var id = (string)http.Request.RouteValues["id"]!;
        var act = await ReadAsync(http);
        var answer = act?.Do == TerminalAct.StartPairing ? await sci.StartPairingAsync(id)
            : act?.Command(id) is { } command ? await sci.DoAsync(command)
            : null;
        await (answer switch
        {
            null => Refusals.WriteAsync(http, Refusal.InvalidRequest, "the body must be an act such as {\"do\":\"start-pairing\"}"),
            { Refusal: { } refusal } => Refusals.WriteAsync(http, refusal),
            _ => SciReply.WriteAsync(
                http, StatusCodes.Status200OK, JsonSerializer.SerializeToUtf8Bytes(TerminalView.Of(sci.State, id), LabJson.Options)),
        });
    }

    private async Task LinkAsync(HttpContext http)
    {
        var id = (string)http.Request.RouteValues["id"]!;
        if (!sci.State.Terminals.ContainsKey(id))
        {
            await Refusals.WriteAsync(http, Refusal.TerminalUnknown);
            return;
        }

        if (!http.WebSockets.IsWebSocketRequest)
        {
            await Refusals.WriteAsync(http, Refusal.InvalidRequest, "the link is a web socket");
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await hub.ServeAsync(socket, id, http.RequestAborted);
    }

    private static async Task<TerminalAct?> ReadAsync(HttpContext http)
    {
        try
        {
            return await RequestBody.ReadAsync(http.Request, http.RequestAborted) is { } body
                ? JsonSerializer.Deserialize<TerminalAct>(body, LabJson.Options)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
