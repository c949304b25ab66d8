using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using PairingLab.Kernel.Web;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Core.Commands;
using PairingLab.TerminalTrust.Core.Events;
using PairingLab.TerminalTrust.Server;

namespace PairingLab.TerminalTrust.Api;

/// <summary>Gate's API: it faces the Internet, pairs and upgrades terminals.</summary>
public static class GateApi
{
    private const int LongestSerial = 64;

    /// <summary>Maps gate.</summary>
    public static void MapGate(this IEndpointRouteBuilder routes, TrustServer server, Func<ServerAddresses> at)
    {
        routes.MapPost("/terminal/hello", (HelloRequest request, HttpContext http) => HelloAsync(server, at(), request, http))
            .WithTags("gate")
            .WithSummary("A terminal says hello, every 5 s until it is paired")
            .Produces<HelloResponse>()
            .Produces(StatusCodes.Status400BadRequest);
        routes.MapGet("/terminal/packages/{version}", (string version, HttpContext http) => PackageAsync(server, version, http))
            .WithTags("gate")
            .WithSummary("The firmware that UPGRADE_REQUIRED has named, whole or in ranges")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .Produces<byte[]>(StatusCodes.Status206PartialContent, "application/octet-stream")
            .Produces(StatusCodes.Status404NotFound)
            .Produces(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> HelloAsync(TrustServer server, ServerAddresses at, HelloRequest request, HttpContext http)
    {
        if (request.Serial is not { Length: > 0 and <= LongestSerial } serial)
        {
            return LabError.BadRequest("bad_serial", "serial must be the terminal's serial number, such as \"BT101308\"");
        }

        if (!Firmware.IsVersion(request.Firmware))
        {
            return LabError.BadRequest("bad_firmware", "firmware must be eight digits, such as \"20230801\"");
        }

        var hello = new Hello(serial, request.Firmware, Caller.FingerprintOf(http));
        var answer = (await server.DoAsync(hello)).The<GateAnswered>().Answer;
        return Results.Json(GateWire.Of(answer, hello, server.State, server.Keys.MasterFingerprint, at), LabJson.Options);
    }

    private static async Task<IResult> PackageAsync(TrustServer server, string version, HttpContext http)
    {
        if (version is not (Firmware.FirstWithPairing or Firmware.Intermediate))
        {
            return LabError.NotFound("no_such_package", $"no package '{version}'; there are: {Firmware.Intermediate}, {Firmware.FirstWithPairing}");
        }

        var answer = await server.DoAsync(new SendPackage(Caller.FingerprintOf(http), version, UntilIn(http.Request), FirmwarePackage.Length));
        return answer.Refusal is null
            ? Results.Bytes(FirmwarePackage.Of(version), "application/octet-stream", enableRangeProcessing: true)
            : LabError.Conflict(new("no_upgrade", "this terminal has no upgrade slot for that version: say hello first"));
    }

    /// <summary>Up to which byte is asked for; all of them without a range.</summary>
    private static int UntilIn(HttpRequest request) =>
        RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var range) && range.Ranges.FirstOrDefault()?.To is { } last and >= 0
            ? (int)Math.Min(last + 1, FirmwarePackage.Length)
            : FirmwarePackage.Length;
}
