using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using PairingLab.Kernel.Web;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Api;

/// <summary>Gate's API: it faces the Internet, pairs and upgrades terminals.</summary>
public static class GateEndpoints
{
    private const int LongestSerial = 64;

    /// <summary>How soon a terminal that has to wait may ask again: the interval of all terminals.</summary>
    private const int RetryAfterSeconds = 5;

    /// <summary>Maps gate.</summary>
    public static void MapGate(this IEndpointRouteBuilder routes, TrustServer server, Func<ServerAddresses> at)
    {
        routes.MapPost("/terminal/hello", (HelloRequest request, HttpContext http) => HelloAsync(server, at(), request, http))
            .WithTags("gate")
            .WithSummary("A terminal says hello, every 5 s until it is paired")
            .WithDescription("The answer says what to do: wait, show the pairing code, upgrade, or go on to master.")
            .Produces<HelloResponse>()
            .Produces(StatusCodes.Status400BadRequest);
        routes.MapGet("/terminal/packages/{version}", (string version, HttpContext http) => PackageAsync(server, version, http))
            .WithTags("gate")
            .WithSummary("The firmware that UPGRADE_REQUIRED has named")
            .WithDescription("Whole or in ranges, so that a download that broke goes on where it stopped.")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .Produces<byte[]>(StatusCodes.Status206PartialContent, "application/octet-stream")
            .Produces(StatusCodes.Status404NotFound)
            .Produces(StatusCodes.Status409Conflict);
    }

    /// <summary>The wire's answer to a hello.</summary>
    /// <param name="answer">The core's answer.</param>
    /// <param name="hello">The hello.</param>
    /// <param name="state">The server's state.</param>
    /// <param name="master">The fingerprint of master's certificate.</param>
    /// <param name="at">Where the server is reached.</param>
    public static HelloResponse ResponseTo(GateAnswer answer, Hello hello, ServerState state, string master, ServerAddresses at) =>
        answer.State switch
        {
            GateState.UpgradeRequired => new UpgradeRequiredResponse(answer.To!, $"{at.Gate}/terminal/packages/{answer.To}"),
            GateState.Wait => new WaitResponse(RetryAfterSeconds),
            GateState.Pending => new PendingResponse(hello.Fingerprint),
            GateState.Paired => new PairedResponse(at.Master, master, VpnOf(state, hello.Serial, at)),
            GateState.Rejected => new RejectedResponse((int)answer.Reason!),
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "an answer without a response"),
        };

    /// <summary>The caller is known by the certificate of its TLS session only, whatever it says.</summary>
    internal static string FingerprintOf(HttpContext http) => Fingerprint.Of(http.Connection.ClientCertificate!.RawDataMemory.Span);

    private static VpnConfiguration? VpnOf(ServerState state, string serial, ServerAddresses at) =>
        state.Terminals[serial].VpnKey is { } key ? new(at.Vpn, serial, key) : null;

    private static async Task<IResult> HelloAsync(TrustServer server, ServerAddresses at, HelloRequest request, HttpContext http)
    {
        if (request.Serial is not { Length: > 0 and <= LongestSerial } serial)
        {
            return RequestErrors.Refuse(StatusCodes.Status400BadRequest, Refusal.BadSerial);
        }

        if (!Firmware.IsVersion(request.Firmware))
        {
            return RequestErrors.Refuse(StatusCodes.Status400BadRequest, Refusal.BadFirmware);
        }

        var hello = new Hello(serial, request.Firmware, FingerprintOf(http));
        var answer = (await server.DoAsync(hello)).The<GateAnswered>().Answer;
        return Results.Json(ResponseTo(answer, hello, server.State, server.Keys.MasterFingerprint, at), LabJson.Options);
    }

    private static async Task<IResult> PackageAsync(TrustServer server, string version, HttpContext http)
    {
        if (version is not (Firmware.FirstWithPairing or Firmware.Intermediate))
        {
            return RequestErrors.Refuse(StatusCodes.Status404NotFound, Refusal.NoSuchPackage);
        }

        var answer = await server.DoAsync(new SendPackage(FingerprintOf(http), version, EndOf(http.Request), FirmwarePackage.Length));
        return answer.Refusal is { } refusal
            ? RequestErrors.Refuse(StatusCodes.Status409Conflict, refusal)
            : Results.Bytes(FirmwarePackage.Of(version), "application/octet-stream", enableRangeProcessing: true);
    }

    /// <summary>The end of the requested range, in bytes; the end of the package without a range.</summary>
    private static int EndOf(HttpRequest request) =>
        RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var range) && range.Ranges.FirstOrDefault()?.To is { } last and >= 0
            ? (int)Math.Min(last + 1, FirmwarePackage.Length)
            : FirmwarePackage.Length;
}
