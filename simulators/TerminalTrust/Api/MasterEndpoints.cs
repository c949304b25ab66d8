using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Api;

/// <summary>Master's API: it serves paired terminals.</summary>
public static class MasterEndpoints
{
    /// <summary>Maps master.</summary>
    public static void MapMaster(this IEndpointRouteBuilder routes, TrustServer server, LiveSessions sessions, VpnEntrance vpn) =>
        routes.MapGet("/terminal/status", (HttpRequest request) => StatusAsync(server, sessions, vpn, request.HttpContext))
            .WithTags("master")
            .WithSummary("A paired terminal asks for its mode")
            .WithDescription("Known by its client certificate. A refusal has the reason as a number.")
            .Produces<StatusResponse>()
            .Produces<ReasonResponse>(StatusCodes.Status403Forbidden);

    private static async Task<IResult> StatusAsync(TrustServer server, LiveSessions sessions, VpnEntrance vpn, HttpContext http)
    {
        var fingerprint = GateEndpoints.FingerprintOf(http);
        sessions.Keep(fingerprint, http);
        var address = http.Connection.RemoteIpAddress?.MapToIPv4().ToString() ?? "";
        var question = new AskStatus(fingerprint, address, vpn.Carries(http.Connection.RemotePort));
        var answer = (await server.DoAsync(question)).The<MasterAnswered>();
        return answer.Reason is { } reason
            ? Results.Json(new ReasonResponse((int)reason), LabJson.Options, statusCode: StatusCodes.Status403Forbidden)
            : Results.Json(new StatusResponse(0), LabJson.Options);
    }
}
